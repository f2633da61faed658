-- The tables of the contract that Gradeline writes, made by DuckDB from the same files.
-- ${records}, ${reference} and ${target} are paths; ${source} is the records' name in the tables.
-- Statements end with a semicolon at the end of a line.

-- What the frameworks' files say.

CREATE TABLE framework (position INT, framework VARCHAR, is_full BOOLEAN, old BOOLEAN, first_day DATE, last_day DATE);
INSERT INTO framework VALUES (0, 'cpi', false, true, '2012-05-01', '2013-09-30'), (1, 'ilacs', true, false, '2018-01-01', NULL),
  (2, 'lscb', false, false, '2013-11-01', '2018-08-31'), (3, 'sif', true, false, '2013-11-01', '2018-08-31'),
  (4, 'slac', true, true, '2009-04-01', '2012-09-30'), (5, 'tlac', false, true, '2013-05-01', '2013-09-30');

CREATE TABLE line (position INT, line VARCHAR);
INSERT INTO line VALUES (1, 'headline'), (2, 'help_and_protection'), (3, 'in_care'), (4, 'care_leavers'),
  (5, 'leadership'), (6, 'adoption'), (7, 'lscb'), (8, 'send_2016'), (9, 'send_2023');

CREATE TABLE member (line INT, framework INT, area VARCHAR);
INSERT INTO member VALUES
  (1, 4, 'safeguarding'), (1, 0, 'overall_effectiveness'), (1, 3, 'overall_effectiveness'), (1, 1, 'overall_effectiveness'),
  (2, 4, 'safeguarding'), (2, 0, 'overall_effectiveness'), (2, 3, 'help_and_protection'), (2, 1, 'help_and_protection'),
  (3, 4, 'looked_after'), (3, 5, 'overall_effectiveness'), (3, 3, 'looked_after_and_permanence'), (3, 1, 'in_care'),
  (4, 3, 'care_leavers'), (4, 1, 'care_leavers'),
  (5, 3, 'leadership_management_governance'), (5, 1, 'impact_of_leaders'),
  (6, 3, 'adoption'),
  (7, 3, 'lscb'), (7, 2, 'lscb');

CREATE TABLE scope (scope VARCHAR, framework INT);
INSERT INTO scope SELECT 'any', position FROM framework;
INSERT INTO scope VALUES ('sif_ilacs', 3), ('sif_ilacs', 1), ('sif', 3), ('ilacs', 1);

CREATE TABLE grade (rank INT, grade VARCHAR);
INSERT INTO grade VALUES (1, 'outstanding'), (2, 'good'), (3, 'requires_improvement'), (4, 'inadequate'), (0, 'not_judged');

-- The rank of a printed grade: 0 when not judged, -1 when it is no wording of the framework.
CREATE MACRO rank_of(printed, old) AS CASE WHEN printed IS NULL THEN NULL ELSE
  CASE lower(trim(printed))
    WHEN 'good' THEN 2
    WHEN 'requires improvement to be good' THEN 3
    WHEN 'outstanding' THEN 1
    WHEN 'inadequate' THEN 4
    WHEN 'requires improvement' THEN 3
    WHEN 'adequate' THEN CASE WHEN old THEN 3 ELSE -1 END
    WHEN 'not judged' THEN 0
    ELSE -1
  END END;

-- What the reference data says.

CREATE TABLE grouping AS
SELECT grouping AS level, code, label, la_code
FROM read_csv('${reference}/groupings.csv', all_varchar = true, header = true);

CREATE TABLE council AS
SELECT (row_number() OVER (ORDER BY la_code))::INT AS position, la_code, council,
  max(label) FILTER (level = 'council_type') AS council_type, max(label) FILTER (level = 'region') AS region,
  max(label) FILTER (level = 'ofsted_region') AS ofsted_region, any_value(opened)::DATE AS opened, any_value(closed)::DATE AS closed
FROM read_csv('${reference}/councils.csv', all_varchar = true, header = true) LEFT JOIN grouping USING (la_code)
GROUP BY la_code, council;

CREATE TABLE council_code AS
SELECT la_code, gss_code, valid_from::DATE AS valid_from, valid_to::DATE AS valid_to
FROM read_csv('${reference}/council_codes.csv', all_varchar = true, header = true);

CREATE TABLE geography AS
SELECT 'national' AS level, 'E92000001' AS code, 'England' AS geography
UNION ALL
SELECT DISTINCT level, code, label FROM grouping;

-- Records that no rule rejects. DuckDB knows no lines of a file, so that the number of the row stands for them.

CREATE TABLE record AS
WITH raw AS (
  SELECT row_number() OVER () AS number, *
  FROM read_csv('${records}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"',
    ignore_errors = true, new_line = '\n')
), dated AS (
  SELECT raw.*, try_cast(start_date AS DATE) AS started, try_cast(end_date AS DATE) AS ended,
    try_cast(published_date AS DATE) AS published,
    coalesce(overall_effectiveness, safeguarding, looked_after, help_and_protection, looked_after_and_permanence, in_care,
      adoption, care_leavers, leadership_management_governance, impact_of_leaders, lscb) IS NULL AS ungraded,
    CASE WHEN ungraded THEN
      CASE WHEN lower(trim(inspection_type)) IN ('monitoring visit', 'monitoring', 'ilacs monitoring visit') THEN 'monitoring visit'
        WHEN lower(trim(inspection_type)) IN ('focused visit', 'focused', 'ilacs focused visit') THEN 'focused visit'
        WHEN lower(trim(inspection_type)) IN ('follow-up visit', 'follow up visit', 'follow-up') THEN 'follow-up visit'
      END END AS visit_type
  FROM raw
)
SELECT number, council.position AS council, framework.position AS framework, is_full, old, visit_type, trim(inspection_type) AS inspection_type,
  started, ended, published, trim(report) AS report, trim(theme) AS theme, overall_effectiveness, safeguarding, looked_after,
  help_and_protection, looked_after_and_permanence, in_care, adoption, care_leavers, leadership_management_governance,
  impact_of_leaders, lscb
FROM dated
JOIN council ON council.la_code = dated.la_code
LEFT JOIN council AS named ON named.council = dated.council
JOIN framework ON framework.framework = lower(trim(dated.framework))
-- A name that no council has is only doubted beside a code.
WHERE (named.position IS NULL OR named.position = council.position)
  AND (visit_type IS NOT NULL OR coalesce(started, published) BETWEEN first_day AND coalesce(last_day, DATE '9999-12-31'))
  AND (start_date IS NULL OR started IS NOT NULL) AND (end_date IS NULL OR ended IS NOT NULL)
  AND (published_date IS NULL OR published IS NOT NULL)
  AND (published IS NOT NULL OR (visit_type IS NOT NULL AND started IS NOT NULL))
  AND (NOT ungraded OR visit_type IS NOT NULL)
  AND (started IS NULL OR ((ended IS NULL OR ended >= started) AND (published IS NULL OR published >= started)))
  AND (council.opened IS NULL OR coalesce(published, started) >= council.opened)
  AND (council.closed IS NULL OR started IS NULL OR started < council.closed);

-- Inspections, each once, with the ranks of the areas that their framework judges; and visits.

CREATE TABLE ranked AS
SELECT * EXCLUDE (old, visit_type, theme),
  rank_of(CASE WHEN framework IN (0, 5, 3, 1) THEN overall_effectiveness END, old)::TINYINT AS overall_rank_read,
  CASE WHEN overall_rank_read >= 0 AND framework = 1 AND started >= DATE '2026-04-01' THEN NULL ELSE overall_rank_read END AS overall_rank,
  rank_of(CASE WHEN framework = 4 THEN safeguarding END, old)::TINYINT AS safeguarding_rank,
  rank_of(CASE WHEN framework = 4 THEN looked_after END, old)::TINYINT AS looked_after_rank,
  rank_of(CASE WHEN framework IN (3, 1) THEN help_and_protection END, old)::TINYINT AS help_rank,
  rank_of(CASE WHEN framework = 3 THEN looked_after_and_permanence END, old)::TINYINT AS permanence_rank,
  rank_of(CASE WHEN framework = 1 THEN in_care END, old)::TINYINT AS in_care_rank,
  rank_of(CASE WHEN framework = 3 THEN adoption END, old)::TINYINT AS adoption_rank,
  rank_of(CASE WHEN framework IN (3, 1) THEN care_leavers END, old)::TINYINT AS care_leavers_rank_read,
  CASE WHEN care_leavers_rank_read >= 0 AND framework = 1 AND coalesce(started, published) < DATE '2023-01-01' THEN NULL
    ELSE care_leavers_rank_read END AS care_leavers_rank,
  rank_of(CASE WHEN framework = 3 THEN leadership_management_governance END, old)::TINYINT AS leadership_rank,
  rank_of(CASE WHEN framework = 1 THEN impact_of_leaders END, old)::TINYINT AS leaders_rank,
  rank_of(CASE WHEN framework IN (3, 2) THEN lscb END, old)::TINYINT AS lscb_rank
FROM record
WHERE visit_type IS NULL
  AND greatest(overall_rank, safeguarding_rank, looked_after_rank, help_rank, permanence_rank, in_care_rank, adoption_rank,
    care_leavers_rank, leadership_rank, leaders_rank, lscb_rank) >= 0;

CREATE TABLE visit AS
SELECT min(number) AS number, council, visit_type, started, published, theme, report
FROM record WHERE visit_type IS NOT NULL GROUP BY ALL;

CREATE TABLE run AS
SELECT max(published) AS as_at FROM (SELECT published FROM ranked UNION ALL SELECT published FROM visit);

CREATE TABLE reporting_date AS
SELECT (row_number() OVER (ORDER BY as_at, published_by))::INT AS position, as_at, published_by FROM (
  SELECT as_at::DATE AS as_at, published_by::DATE AS published_by
  FROM read_csv('${reference}/reporting_dates.csv', all_varchar = true, header = true)
  WHERE as_at::DATE <= (SELECT as_at FROM run)
  UNION
  SELECT as_at, as_at FROM run);

-- For each day the first reporting date at which an inspection that started, or a report that came out, on it counts.
CREATE TABLE day AS
SELECT d::DATE AS day,
  (SELECT min(position) FROM reporting_date WHERE as_at >= d) AS started_counts,
  (SELECT min(position) FROM reporting_date WHERE published_by >= d) AS published_counts
FROM range(DATE '2000-01-01', DATE '2030-01-01', INTERVAL 1 DAY) AS days(d);

-- Inspections in one number that follows their order in time: publication, start (unknown first), framework.
CREATE TABLE inspection AS
WITH once AS (
  SELECT * FROM ranked WHERE number IN (SELECT min(number) FROM ranked GROUP BY council, framework, published)
), counted AS (
  SELECT council, day, sum(count(*)) OVER (PARTITION BY council ORDER BY day) AS visits
  FROM (SELECT council, coalesce(started, published) AS day FROM visit, run
    WHERE (started IS NULL OR started <= as_at) AND (published IS NULL OR published <= as_at))
  GROUP BY council, day
)
SELECT once.*, ((published - DATE '1990-01-01')::BIGINT * 65536 + coalesce(started - DATE '1990-01-01', 0)) * 8 + framework AS in_time,
  greatest(coalesce(day_started.started_counts, 1), day_published.published_counts) AS first_date,
  coalesce(counted.visits, 0)::INT AS visits_before
FROM once
LEFT JOIN day AS day_started ON day_started.day = started
JOIN day AS day_published ON day_published.day = published
ASOF LEFT JOIN counted ON counted.council = once.council AND counted.day <= once.published;

-- ratings

COPY (
  WITH rating AS (
    SELECT council, framework, inspection_type, 'overall_effectiveness' AS area, overall_rank AS rank, overall_effectiveness AS wording, started, ended, published, report, number FROM inspection WHERE overall_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'safeguarding', safeguarding_rank, safeguarding, started, ended, published, report, number FROM inspection WHERE safeguarding_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'looked_after', looked_after_rank, looked_after, started, ended, published, report, number FROM inspection WHERE looked_after_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'help_and_protection', help_rank, help_and_protection, started, ended, published, report, number FROM inspection WHERE help_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'looked_after_and_permanence', permanence_rank, looked_after_and_permanence, started, ended, published, report, number FROM inspection WHERE permanence_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'in_care', in_care_rank, in_care, started, ended, published, report, number FROM inspection WHERE in_care_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'adoption', adoption_rank, adoption, started, ended, published, report, number FROM inspection WHERE adoption_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'care_leavers', care_leavers_rank, care_leavers, started, ended, published, report, number FROM inspection WHERE care_leavers_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'leadership_management_governance', leadership_rank, leadership_management_governance, started, ended, published, report, number FROM inspection WHERE leadership_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'impact_of_leaders', leaders_rank, impact_of_leaders, started, ended, published, report, number FROM inspection WHERE leaders_rank >= 0
    UNION ALL SELECT council, framework, inspection_type, 'lscb', lscb_rank, lscb, started, ended, published, report, number FROM inspection WHERE lscb_rank >= 0
  )
  SELECT la_code, council.council, framework.framework, inspection_type, area, grade, nullif(rating.rank, 0) AS grade_rank, trim(wording) AS wording,
    started AS start_date, ended AS end_date, published AS published_date, report, '${source}' AS source, number AS source_line
  FROM rating
  JOIN council ON council.position = rating.council
  JOIN framework ON framework.position = rating.framework
  JOIN grade ON grade.rank = rating.rank
  ORDER BY council.position, rating.framework, inspection_type NULLS FIRST, area, grade_rank NULLS LAST, wording, started NULLS FIRST,
    ended NULLS FIRST, published, report NULLS FIRST
) TO '${target}/ratings.csv' (HEADER);

-- visits

COPY (
  SELECT la_code, council.council, visit_type, started AS start_date, published AS published_date, theme, report, '${source}' AS source,
    number AS source_line
  FROM visit JOIN council ON council.position = visit.council
  ORDER BY council.position, visit_type, started NULLS FIRST, published NULLS FIRST, theme NULLS FIRST, report NULLS FIRST
) TO '${target}/visits.csv' (HEADER);

-- What each inspection means for each line: a rank when it gives a grade, 0 when it ends what was in force, 9 when it passes the line over.

CREATE TABLE event AS
WITH outcome AS (
  SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 1 AS line,
    CASE framework WHEN 4 THEN safeguarding_rank WHEN 0 THEN overall_rank WHEN 3 THEN overall_rank WHEN 1 THEN overall_rank END AS rank FROM inspection
  UNION ALL SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 2,
    CASE framework WHEN 4 THEN safeguarding_rank WHEN 0 THEN overall_rank WHEN 3 THEN help_rank WHEN 1 THEN help_rank END FROM inspection
  UNION ALL SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 3,
    CASE framework WHEN 4 THEN looked_after_rank WHEN 5 THEN overall_rank WHEN 3 THEN permanence_rank WHEN 1 THEN in_care_rank END FROM inspection
  UNION ALL SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 4, care_leavers_rank FROM inspection
  UNION ALL SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 5, coalesce(leadership_rank, leaders_rank) FROM inspection
  UNION ALL SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 6, adoption_rank FROM inspection
  UNION ALL SELECT council, number, framework, is_full, started, published, in_time, first_date, visits_before, 7, lscb_rank FROM inspection
)
SELECT * EXCLUDE (rank, is_full), CASE WHEN rank > 0 THEN rank WHEN is_full THEN 0 ELSE 9 END::TINYINT AS outcome
FROM outcome
WHERE CASE WHEN is_full THEN rank IS DISTINCT FROM -1 ELSE rank >= 0 END;

-- trajectories and latest

CREATE TABLE step AS
WITH followed AS (
  SELECT event.*, lead(published) OVER (PARTITION BY council, line ORDER BY in_time) AS until
  FROM event, run WHERE outcome <> 9 AND (started IS NULL OR started <= as_at) AND published <= as_at
)
SELECT council, line, number, framework, started, published, outcome AS rank, visits_before, until,
  CASE WHEN line = 3 AND framework = 1 AND coalesce(started, published) >= DATE '2023-01-01' THEN 1 ELSE 0 END AS definition,
  row_number() OVER in_order AS step,
  lag(rank) OVER in_order AS previous_rank,
  lag(published) OVER in_order AS previous_published,
  lag(until) OVER in_order AS previous_until,
  lag(visits_before) OVER in_order AS previous_visits,
  lag(framework) OVER in_order AS previous_framework,
  lag(definition) OVER in_order AS previous_definition
FROM followed WHERE outcome > 0
WINDOW in_order AS (PARTITION BY council, line ORDER BY in_time);

COPY (
  SELECT la_code, council.council, line.line, step, framework.framework, area, started AS start_date, published AS published_date,
    grade.grade, step.rank AS grade_rank, previous.grade AS previous_grade, previous_rank - step.rank AS change,
    CASE WHEN previous_rank IS NULL THEN 'first' WHEN step.rank < previous_rank THEN 'improved' WHEN step.rank = previous_rank THEN 'same'
      ELSE 'declined' END AS direction,
    published - previous_published AS days_since_previous,
    CASE WHEN previous_rank IS NOT NULL THEN
      CASE WHEN previous_framework = step.framework AND previous_definition = definition THEN 'yes' ELSE 'with_care' END END AS comparable,
    visits_before - previous_visits AS visits_since_previous,
    CASE WHEN until IS NOT NULL OR closed <= as_at THEN
      greatest(published, least(until, CASE WHEN closed <= as_at THEN closed END)) END AS in_force_until
  FROM step
  JOIN council ON council.position = step.council
  JOIN framework ON framework.position = step.framework
  JOIN line ON line.position = step.line
  JOIN member ON member.line = step.line AND member.framework = step.framework
  JOIN grade ON grade.rank = step.rank
  LEFT JOIN grade AS previous ON previous.rank = previous_rank
  CROSS JOIN run
  ORDER BY council.position, line.position, step
) TO '${target}/trajectories.csv' (HEADER);

COPY (
  WITH stand AS (
    SELECT council, line, count(*) AS ratings, max(step.rank) AS worst, min(step.rank) AS best,
      arg_min(step.rank, step) AS first_rank, arg_max(step.rank, step) AS last_rank, arg_max(previous_rank, step) AS previous_rank,
      arg_max(framework, step) AS framework, max(published) AS published,
      arg_max({'started': started, 'until': until, 'number': number}, step) AS last,
      max(published) FILTER (previous_rank IS DISTINCT FROM step.rank OR previous_until IS DISTINCT FROM published) AS since,
      string_agg(grade, ' > ' ORDER BY step) AS history
    FROM step JOIN grade ON grade.rank = step.rank GROUP BY council, line
  ), met AS (SELECT DISTINCT council, line FROM event)
  SELECT as_at, council.la_code, gss_code, council.council, council_type, region, line.line,
    CASE WHEN ratings IS NOT NULL THEN CASE WHEN last.until IS NULL THEN 'graded' ELSE 'no_longer_judged' END
      WHEN met.line IS NOT NULL THEN 'not_judged' ELSE 'not_inspected' END AS status,
    grade.grade, grade.rank AS grade_rank, framework.framework,
    CASE WHEN grade.rank IS NOT NULL THEN last.started END AS start_date,
    CASE WHEN grade.rank IS NOT NULL THEN stand.published END AS published_date,
    CASE WHEN grade.rank IS NOT NULL THEN as_at - stand.published END AS days_in_force,
    CASE WHEN grade.rank IS NOT NULL THEN since END AS grade_since,
    CASE WHEN grade.rank IS NOT NULL THEN as_at - since END AS days_at_grade,
    CASE WHEN grade.rank IS NOT NULL THEN inspection.report END AS report,
    previous.grade AS previous_grade,
    CASE WHEN grade.rank IS NOT NULL THEN CASE WHEN ratings = 1 THEN 'first' WHEN grade.rank < previous_rank THEN 'improved'
      WHEN grade.rank = previous_rank THEN 'same' ELSE 'declined' END END AS direction,
    first_grade.grade AS first_grade,
    CASE WHEN grade.rank IS NOT NULL THEN CASE WHEN ratings = 1 THEN 'first' WHEN grade.rank < first_rank THEN 'improved'
      WHEN grade.rank = first_rank THEN 'same' ELSE 'declined' END END AS direction_since_first,
    coalesce(ratings, 0) AS ratings, best_grade.grade AS best_grade, worst_grade.grade AS worst_grade, history
  FROM council
  CROSS JOIN run
  CROSS JOIN line
  LEFT JOIN council_code ON council_code.la_code = council.la_code AND (valid_from IS NULL OR valid_from <= as_at) AND (valid_to IS NULL OR valid_to > as_at)
  LEFT JOIN stand ON stand.council = council.position AND stand.line = line.position
  LEFT JOIN inspection ON inspection.number = last.number
  LEFT JOIN met ON met.council = council.position AND met.line = line.position
  LEFT JOIN grade ON grade.rank = last_rank AND last.until IS NULL
  LEFT JOIN framework ON framework.position = stand.framework AND last.until IS NULL
  LEFT JOIN grade AS previous ON previous.rank = previous_rank AND last.until IS NULL
  LEFT JOIN grade AS first_grade ON first_grade.rank = first_rank
  LEFT JOIN grade AS best_grade ON best_grade.rank = best
  LEFT JOIN grade AS worst_grade ON worst_grade.rank = worst
  WHERE (opened IS NULL OR opened <= as_at) AND (closed IS NULL OR closed > as_at)
  ORDER BY council.position, line.position
) TO '${target}/latest.csv' (HEADER);

-- distributions: between which reporting dates a council stood how, then how many came and went at each.

CREATE TABLE change AS
WITH last_of_framework AS (
  SELECT council, line, framework, first_date, max(in_time * 8 + outcome) AS last, max(outcome) > 0 AS rated
  FROM event WHERE outcome <> 9 GROUP BY council, line, framework, first_date
), last_of_scope AS (
  SELECT scope, council, line, first_date, max(last) AS last, bool_or(rated) AS rated
  FROM last_of_framework JOIN scope USING (framework) GROUP BY scope, council, line, first_date
), standing AS (
  SELECT scope, council, line, first_date, max(last) OVER so_far % 8 AS outcome, max(rated) OVER so_far AS rated,
    lead(first_date) OVER (PARTITION BY scope, council, line ORDER BY first_date) AS next_date
  FROM last_of_scope
  WINDOW so_far AS (PARTITION BY scope, council, line ORDER BY first_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
), open AS (
  SELECT position, council_type, region, ofsted_region,
    coalesce((SELECT min(position) FROM reporting_date WHERE as_at >= coalesce(opened, DATE '0001-01-01')), 1000) AS from_date,
    coalesce((SELECT min(position) FROM reporting_date WHERE as_at >= coalesce(closed, DATE '9999-01-01')), 1000) AS until_date
  FROM council
), stay AS (
  SELECT scope, line, council_type, region, ofsted_region, outcome,
    greatest(first_date, from_date) AS from_date, least(coalesce(next_date, 1000), until_date) AS until_date
  FROM standing JOIN open ON open.position = standing.council WHERE rated
  UNION ALL
  SELECT NULL, NULL, council_type, region, ofsted_region, -1, from_date, until_date FROM open
)
SELECT scope, line, council_type, region, ofsted_region, outcome, date, sum(councils) AS councils FROM (
  SELECT * EXCLUDE (from_date, until_date), from_date AS date, 1 AS councils FROM stay WHERE from_date < until_date
  UNION ALL
  SELECT * EXCLUDE (from_date, until_date), until_date, -1 FROM stay WHERE from_date < until_date
) GROUP BY ALL;

COPY (
  WITH placed AS (
    SELECT level, code, geography, scope, line, outcome, date, sum(councils) AS councils
    FROM change JOIN geography ON CASE level WHEN 'national' THEN true WHEN 'region' THEN geography = region
      WHEN 'ofsted_region' THEN geography = ofsted_region ELSE geography = council_type END
    GROUP BY ALL
  ), standing AS (
    SELECT position, as_at, published_by, level, code, geography, scope, line, outcome, sum(councils) AS councils
    FROM placed JOIN reporting_date ON date <= position GROUP BY ALL
  ), total AS (
    SELECT position, as_at, published_by, level, code, geography, scope, line,
      coalesce(sum(councils) FILTER (outcome = 1), 0) AS outstanding, coalesce(sum(councils) FILTER (outcome = 2), 0) AS good,
      coalesce(sum(councils) FILTER (outcome = 3), 0) AS requires_improvement, coalesce(sum(councils) FILTER (outcome = 4), 0) AS inadequate,
      coalesce(sum(councils) FILTER (outcome = 0), 0) AS no_longer_judged
    FROM standing WHERE outcome >= 0 GROUP BY ALL
  ), counted AS (
    SELECT total.*, outstanding + good + requires_improvement + inadequate AS base, open.councils - base - no_longer_judged AS not_inspected,
      unnest([{'grade': 'outstanding', 'place': 1, 'councils': outstanding}, {'grade': 'good', 'place': 2, 'councils': good},
        {'grade': 'requires_improvement', 'place': 3, 'councils': requires_improvement},
        {'grade': 'inadequate', 'place': 4, 'councils': inadequate},
        {'grade': 'good_or_outstanding', 'place': 5, 'councils': outstanding + good}], recursive := true)
    FROM total
    JOIN standing AS open ON open.outcome = -1 AND open.position = total.position AND open.level = total.level
      AND open.geography = total.geography
    WHERE total.scope = 'any' OR total.level = 'national'
  ), shared AS (
    SELECT *, councils / base AS share, 1.959963984540054 ^ 2 / base AS z2, share + z2 / 2 AS middle,
      sqrt(z2 * (share * (1 - share) + z2 / 4)) AS reach
    FROM counted WHERE base > 0
  )
  SELECT as_at, published_by, least(published_by, (SELECT as_at FROM run)) AS counted_to, scope, line.line, level AS geography_level, code AS geography_code, geography, grade, councils::BIGINT AS councils,
    base::BIGINT AS base, round(100 * share, 4) AS percent, round(100 * greatest(0, (middle - reach) / (1 + z2)), 4) AS percent_lower,
    round(100 * least(1, (middle + reach) / (1 + z2)), 4) AS percent_upper, not_inspected::BIGINT AS not_inspected,
    no_longer_judged::BIGINT AS no_longer_judged
  FROM shared JOIN line ON line.position = shared.line
  ORDER BY as_at, published_by, scope, line.position, level, code NULLS FIRST, geography, place
) TO '${target}/distributions.csv' (HEADER);
