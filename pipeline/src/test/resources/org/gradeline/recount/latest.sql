-- Open councils at the run's own date, with their whole history.
WITH history AS (
  SELECT
    line, la_code,
    count(*) AS ratings,
    min(grade_rank) AS best,
    max(grade_rank) AS worst,
    group_concat(grade, ' > ' ORDER BY place) AS history
  FROM step
  JOIN grade USING (grade_rank)
  WHERE scope = 'any'
  GROUP BY line, la_code),
first AS (
  SELECT line, la_code, grade, grade_rank
  FROM step
  JOIN grade USING (grade_rank)
  WHERE scope = 'any' AND before_rank IS NULL),
current AS (
  SELECT step.*, in_force.grade
  FROM in_force
  JOIN step ON
    step.as_at = in_force.as_at AND step.published_by = in_force.published_by AND step.scope = in_force.scope
    AND step.line = in_force.line AND step.la_code = in_force.la_code AND step.place = last_place
  WHERE in_force.scope = 'any')
SELECT
  standing.as_at, la_code,
  (SELECT gss_code FROM council_codes AS code
   WHERE code.la_code = standing.la_code AND (valid_from IS NULL OR valid_from <= standing.as_at)
     AND (valid_to IS NULL OR valid_to > standing.as_at)) AS gss_code,
  council, council_type, regions.geography AS region, line,
  CASE
    WHEN current.grade IS NOT NULL THEN 'graded'
    WHEN last_place IS NOT NULL THEN 'no_longer_judged'
    WHEN any_place IS NOT NULL THEN 'not_judged'
    ELSE 'not_inspected'
  END AS status,
  current.grade, current.grade_rank, framework, start_date, published_date,
  CASE
    WHEN length(published_date) = 10 THEN max(0, julianday(standing.as_at) - julianday(published_date))
  END AS days_in_force,
  before.grade AS previous_grade,
  direction,
  first.grade AS first_grade,
  CASE
    WHEN current.grade IS NULL THEN NULL
    WHEN standing.ratings = 1 THEN 'first'
    WHEN current.grade_rank < first.grade_rank THEN 'improved'
    WHEN current.grade_rank = first.grade_rank THEN 'same'
    ELSE 'declined'
  END AS direction_since_first,
  standing.ratings, b.grade AS best_grade, w.grade AS worst_grade, history
FROM standing
JOIN run USING (as_at, published_by)
JOIN councils USING (la_code)
JOIN regions ON geography_level = 'region' AND geography_code = region_code
LEFT JOIN current USING (line, la_code)
LEFT JOIN first USING (line, la_code)
LEFT JOIN history USING (line, la_code)
LEFT JOIN grade AS before ON before.grade_rank = current.before_rank
LEFT JOIN grade AS b ON b.grade_rank = best
LEFT JOIN grade AS w ON w.grade_rank = worst
WHERE standing.scope = 'any'
