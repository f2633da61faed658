-- The words of the contract in SQL: from ratings to what counts at every reporting date.
-- Loaded before: ratings, visits, councils, groupings, known_periods, reporting_dates,
-- statistical_neighbours, and run, the run's own reporting date. A blank cell is NULL.

-- The grades of each scale, with the lowest that passes.
CREATE TABLE grade (scale TEXT, grade_rank INTEGER, grade TEXT);
INSERT INTO grade VALUES
  ('childrens_services', 1, 'outstanding'), ('childrens_services', 2, 'good'),
  ('childrens_services', 3, 'requires_improvement'), ('childrens_services', 4, 'inadequate'),
  ('send_2016', 1, 'not_required'), ('send_2016', 2, 'required'),
  ('send_2023', 1, 'typically_positive'), ('send_2023', 2, 'inconsistent'), ('send_2023', 3, 'widespread_failings');

CREATE TABLE scale (scale TEXT, pass_mark INTEGER, pass_name TEXT, lowest INTEGER);
INSERT INTO scale VALUES
  ('childrens_services', 2, 'good_or_outstanding', 4), ('send_2016', 1, NULL, 2), ('send_2023', 1, NULL, 3);

-- Re-inspections of slac and sif judged only a part, and ended nothing.
CREATE TABLE framework (framework TEXT, scheme TEXT, scale TEXT, coverage TEXT, partial_type TEXT);
INSERT INTO framework VALUES
  ('slac', 'childrens_services', 'childrens_services', 'full', 're-inspection'),
  ('cpi', 'childrens_services', 'childrens_services', 'partial', NULL),
  ('tlac', 'childrens_services', 'childrens_services', 'partial', NULL),
  ('sif', 'childrens_services', 'childrens_services', 'full', 're-inspection'),
  ('lscb', 'childrens_services', 'childrens_services', 'partial', NULL),
  ('ilacs', 'childrens_services', 'childrens_services', 'full', NULL),
  ('send_2016', 'area_send', 'send_2016', 'full', NULL),
  ('send_2023', 'area_send', 'send_2023', 'full', NULL);

CREATE TABLE scope (scope TEXT, framework TEXT);
INSERT INTO scope
  SELECT 'any', framework FROM framework
  UNION ALL VALUES ('sif_ilacs', 'sif'), ('sif_ilacs', 'ilacs'), ('sif', 'sif'), ('ilacs', 'ilacs');

CREATE TABLE line (line TEXT, scheme TEXT, scale TEXT);
INSERT INTO line VALUES
  ('headline', 'childrens_services', 'childrens_services'),
  ('help_and_protection', 'childrens_services', 'childrens_services'),
  ('in_care', 'childrens_services', 'childrens_services'),
  ('care_leavers', 'childrens_services', 'childrens_services'),
  ('leadership', 'childrens_services', 'childrens_services'),
  ('adoption', 'childrens_services', 'childrens_services'),
  ('lscb', 'childrens_services', 'childrens_services'),
  ('send_2016', 'area_send', 'send_2016'),
  ('send_2023', 'area_send', 'send_2023');

CREATE TABLE line_grade AS
SELECT line, grade_rank, grade, pass_mark, pass_name, lowest
FROM line JOIN scale USING (scale) JOIN grade USING (scale);

CREATE TABLE line_area (line TEXT, framework TEXT, area TEXT);
INSERT INTO line_area VALUES
  ('headline', 'slac', 'safeguarding'),
  ('headline', 'cpi', 'overall_effectiveness'),
  ('headline', 'sif', 'overall_effectiveness'),
  ('headline', 'ilacs', 'overall_effectiveness'),
  ('help_and_protection', 'slac', 'safeguarding'),
  ('help_and_protection', 'cpi', 'overall_effectiveness'),
  ('help_and_protection', 'sif', 'help_and_protection'),
  ('help_and_protection', 'ilacs', 'help_and_protection'),
  ('in_care', 'slac', 'looked_after'),
  ('in_care', 'tlac', 'overall_effectiveness'),
  ('in_care', 'sif', 'looked_after_and_permanence'),
  ('in_care', 'ilacs', 'in_care'),
  ('care_leavers', 'sif', 'care_leavers'),
  ('care_leavers', 'ilacs', 'care_leavers'),
  ('leadership', 'sif', 'leadership_management_governance'),
  ('leadership', 'ilacs', 'impact_of_leaders'),
  ('adoption', 'sif', 'adoption'),
  ('lscb', 'sif', 'lscb'),
  ('lscb', 'lscb', 'lscb'),
  ('send_2016', 'send_2016', 'written_statement'),
  ('send_2023', 'send_2023', 'experiences_and_outcomes');

-- A date known only to the month or year stands for its last day.
CREATE TABLE inspection AS
SELECT
  la_code, framework, start_date, published_date,
  coalesce(inspection_type, '') AS inspection_type, max(report) AS report, max(grade_rank) AS own_lowest,
  CASE length(start_date)
    WHEN 4 THEN start_date || '-12-31'
    WHEN 7 THEN date(start_date || '-01', '+1 month', '-1 day')
    ELSE start_date
  END AS started,
  CASE length(published_date)
    WHEN 4 THEN published_date || '-12-31'
    WHEN 7 THEN date(published_date || '-01', '+1 month', '-1 day')
    ELSE published_date
  END AS published
FROM ratings
GROUP BY la_code, framework, start_date, published_date;

-- Inspections that end every line of their scheme that they do not judge.
CREATE TABLE full_inspection AS
SELECT inspection.*, scheme, scale
FROM inspection
JOIN framework USING (framework)
WHERE coverage = 'full' AND inspection_type IS NOT partial_type;

-- Visits of the types whose number is known; both are of children's services.
CREATE TABLE visit AS
SELECT
  la_code, 'childrens_services' AS scheme, published,
  CASE length(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN date(day || '-01', '+1 month', '-1 day') ELSE day END AS day
FROM (
  SELECT la_code, visit_type, published_date AS published, coalesce(start_date, published_date) AS day FROM visits)
JOIN known_periods ON event = visit_type;

-- The days between which all of them are known.
CREATE TABLE known AS
SELECT 'childrens_services' AS scheme, max("from") AS known_from, min(until) AS known_until FROM known_periods;

-- A rating; or an inspection of a full framework that does not judge the line, which ends the
-- rating in force; or a partial one that says so and ends nothing.
CREATE TABLE event AS
SELECT *
FROM (
  SELECT
    scope, line, inspection.*, ratings.grade_rank,
    CASE
      WHEN ratings.grade_rank IS NOT NULL THEN 'rated'
      WHEN coverage = 'full' AND inspection.inspection_type IS NOT partial_type THEN 'ended'
      WHEN ratings.grade = 'not_judged' THEN 'passed over'
    END AS kind
  FROM inspection
  JOIN framework USING (framework)
  JOIN scope USING (framework)
  JOIN line USING (scheme)
  LEFT JOIN line_area USING (line, framework)
  LEFT JOIN ratings
    ON ratings.la_code = inspection.la_code
    AND ratings.framework = inspection.framework
    AND ratings.start_date IS inspection.start_date
    AND ratings.published_date = inspection.published_date
    AND ratings.area = line_area.area)
WHERE kind IS NOT NULL;

-- A run knows nothing of what was published after its own published_by.
CREATE TABLE reporting_date AS
SELECT as_at, published_by, min(published_by, (SELECT published_by FROM run)) AS counted_to
FROM (
  SELECT as_at, published_by FROM reporting_dates WHERE as_at <= (SELECT as_at FROM run)
  UNION
  SELECT as_at, published_by FROM run);

-- It had started by as_at (or the start is unknown), and its report was out by counted_to.
CREATE TABLE counting AS
SELECT
  as_at, published_by, counted_to, event.*,
  row_number() OVER (
    PARTITION BY as_at, published_by, scope, line, la_code ORDER BY published, started) AS place
FROM event
JOIN reporting_date
  ON published <= counted_to AND (started IS NULL OR started <= as_at);
CREATE INDEX counting_place ON counting (as_at, published_by, scope, line, la_code, place);

-- Open councils at every reporting date, with where they stand.
CREATE TABLE standing AS
SELECT
  d.as_at, d.published_by, d.counted_to, scope.scope, line.line, la_code,
  count(c.grade_rank) AS ratings,
  min(place) FILTER (WHERE kind = 'rated') AS first_place,
  max(place) FILTER (WHERE kind = 'rated') AS last_place,
  max(place) FILTER (WHERE kind = 'ended') AS ended_place,
  max(place) AS any_place
FROM reporting_date AS d
CROSS JOIN (SELECT DISTINCT scope FROM scope) AS scope
CROSS JOIN line
JOIN councils ON (opened IS NULL OR opened <= d.as_at) AND (closed IS NULL OR closed > d.as_at)
LEFT JOIN counting AS c USING (as_at, published_by, counted_to, scope, line, la_code)
GROUP BY d.as_at, d.published_by, d.counted_to, scope.scope, line.line, la_code;

CREATE TABLE in_force AS
SELECT
  standing.*, counting.grade_rank, grade, counting.framework, counting.started, counting.published, counting.published_date
FROM standing
JOIN counting USING (as_at, published_by, counted_to, scope, line, la_code)
JOIN line_grade USING (line, grade_rank)
WHERE place = last_place AND (ended_place IS NULL OR ended_place < last_place);
CREATE INDEX in_force_council ON in_force (as_at, published_by, scope, line, la_code);

-- The ratings that count at the run's own date, each with the one before it.
CREATE TABLE step AS
SELECT
  *,
  CASE
    WHEN before_rank IS NULL THEN 'first'
    WHEN grade_rank < before_rank THEN 'improved'
    WHEN grade_rank = before_rank THEN 'same'
    ELSE 'declined'
  END AS direction
FROM (
  SELECT
    c.*,
    lag(grade_rank) OVER following AS before_rank,
    lag(published_date) OVER following AS before_published,
    -- The next rating, or an inspection that did not judge the line, or the council's end.
    nullif(
      min(
        coalesce(
          (SELECT min(published) FROM counting AS later
           WHERE later.as_at = c.as_at AND later.published_by = c.published_by AND later.scope = c.scope
             AND later.line = c.line AND later.la_code = c.la_code AND later.place > c.place
             AND later.kind IN ('rated', 'ended')),
          '9999'),
        CASE WHEN closed <= as_at THEN closed ELSE '9999' END),
      '9999') AS until
  FROM counting AS c
  JOIN run USING (as_at, published_by)
  JOIN councils USING (la_code)
  WHERE kind = 'rated'
  WINDOW following AS (PARTITION BY scope, line, la_code ORDER BY place));

-- The unbroken run of ratings at its grade that each rating is of, by the first publication.
CREATE TABLE spell AS
SELECT
  scope, line, la_code, place,
  (SELECT published_date FROM step AS first
   WHERE first.scope = s.scope AND first.line = s.line AND first.la_code = s.la_code AND first.place = s.first_place)
    AS grade_since
FROM (
  SELECT
    *,
    max(CASE WHEN begins THEN place END) OVER (PARTITION BY scope, line, la_code ORDER BY place) AS first_place
  FROM (
    SELECT
      *,
      before_rank IS NOT grade_rank
        OR lag(until) OVER (PARTITION BY scope, line, la_code ORDER BY place) IS NOT published AS begins
    FROM step)) AS s;

-- What councils are grouped by, and when.
CREATE TABLE geography AS
SELECT
  la_code, 'national' AS geography_level, 'E92000001' AS geography_code, 'England' AS geography,
  NULL AS valid_from, NULL AS valid_to
FROM councils
UNION ALL
SELECT la_code, grouping, code, label, valid_from, valid_to FROM groupings;

CREATE TABLE placed AS
SELECT as_at, published_by, la_code, geography_level, geography_code, geography
FROM reporting_date
JOIN geography ON (valid_from IS NULL OR valid_from <= as_at) AND (valid_to IS NULL OR valid_to > as_at);
CREATE INDEX placed_council ON placed (as_at, published_by, la_code);
