-- The words of the contract in SQL: from ratings to what counts at every reporting date.
-- Loaded before: ratings, visits, councils, regions, reporting_dates, statistical_neighbours, and
-- run, the run's own reporting date. A blank cell is NULL.

CREATE TABLE grade (grade_rank INTEGER, grade TEXT);
INSERT INTO grade VALUES (1, 'outstanding'), (2, 'good'), (3, 'requires_improvement'), (4, 'inadequate');

CREATE TABLE framework (framework TEXT, coverage TEXT);
INSERT INTO framework VALUES
  ('slac', 'full'), ('cpi', 'partial'), ('tlac', 'partial'), ('sif', 'full'), ('lscb', 'partial'), ('ilacs', 'full');

CREATE TABLE scope (scope TEXT, framework TEXT);
INSERT INTO scope
  SELECT 'any', framework FROM framework
  UNION ALL VALUES ('sif_ilacs', 'sif'), ('sif_ilacs', 'ilacs'), ('sif', 'sif'), ('ilacs', 'ilacs');

CREATE TABLE line (line TEXT);
INSERT INTO line VALUES
  ('headline'), ('help_and_protection'), ('in_care'), ('care_leavers'), ('leadership'), ('adoption'), ('lscb');

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
  ('lscb', 'lscb', 'lscb');

-- A date known only to the month or year stands for its last day.
CREATE TABLE inspection AS
SELECT DISTINCT
  la_code, framework, start_date, published_date,
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
FROM ratings;

CREATE TABLE visit AS
SELECT
  la_code,
  CASE length(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN date(day || '-01', '+1 month', '-1 day') ELSE day END AS day
FROM (SELECT la_code, coalesce(start_date, published_date) AS day FROM visits);

-- A rating; or an inspection of a full framework that does not judge the line, which ends the
-- rating in force; or a partial one that says so and ends nothing.
CREATE TABLE event AS
SELECT *
FROM (
  SELECT
    scope, line, inspection.*, ratings.grade_rank,
    CASE
      WHEN ratings.grade_rank IS NOT NULL THEN 'rated'
      WHEN coverage = 'full' THEN 'ended'
      WHEN ratings.grade = 'not_judged' THEN 'passed over'
    END AS kind
  FROM inspection
  JOIN framework USING (framework)
  JOIN scope USING (framework)
  CROSS JOIN line
  LEFT JOIN line_area USING (line, framework)
  LEFT JOIN ratings
    ON ratings.la_code = inspection.la_code
    AND ratings.framework = inspection.framework
    AND ratings.start_date IS inspection.start_date
    AND ratings.published_date = inspection.published_date
    AND ratings.area = line_area.area)
WHERE kind IS NOT NULL;

CREATE TABLE reporting_date AS
SELECT as_at, published_by FROM reporting_dates WHERE as_at <= (SELECT as_at FROM run)
UNION
SELECT as_at, published_by FROM run;

-- It had started by as_at (or the start is unknown), and its report was out by published_by.
CREATE TABLE counting AS
SELECT
  as_at, published_by, event.*,
  row_number() OVER (
    PARTITION BY as_at, published_by, scope, line, la_code ORDER BY published, started) AS place
FROM event
JOIN reporting_date
  ON published <= published_by AND (started IS NULL OR started <= as_at);
CREATE INDEX counting_place ON counting (as_at, published_by, scope, line, la_code, place);

-- Open councils at every reporting date, with where they stand.
CREATE TABLE standing AS
SELECT
  d.as_at, d.published_by, scope.scope, line.line, la_code,
  count(c.grade_rank) AS ratings,
  min(place) FILTER (WHERE kind = 'rated') AS first_place,
  max(place) FILTER (WHERE kind = 'rated') AS last_place,
  max(place) FILTER (WHERE kind = 'ended') AS ended_place,
  max(place) AS any_place
FROM reporting_date AS d
CROSS JOIN (SELECT DISTINCT scope FROM scope) AS scope
CROSS JOIN line
JOIN councils ON (opened IS NULL OR opened <= d.as_at) AND (closed IS NULL OR closed > d.as_at)
LEFT JOIN counting AS c USING (as_at, published_by, scope, line, la_code)
GROUP BY d.as_at, d.published_by, scope.scope, line.line, la_code;

CREATE TABLE in_force AS
SELECT standing.*, counting.grade_rank, grade, counting.published_date
FROM standing
JOIN counting USING (as_at, published_by, scope, line, la_code)
JOIN grade ON grade.grade_rank = counting.grade_rank
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

CREATE TABLE geography AS
SELECT la_code, 'national' AS geography_level, geography_code, geography
FROM councils JOIN regions ON geography_level = 'national'
UNION ALL
SELECT la_code, 'region', geography_code, geography
FROM councils JOIN regions ON geography_level = 'region' AND geography_code = region_code
UNION ALL
SELECT la_code, 'ofsted_region', NULL, ofsted_region FROM councils
UNION ALL
SELECT la_code, 'council_type', NULL, council_type FROM councils;
