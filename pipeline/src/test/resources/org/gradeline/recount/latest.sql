-- Open councils at the run's own date, with their whole history.
WITH history AS (
  SELECT
    line, la_code,
    count(*) AS ratings,
    min(grade_rank) AS best,
    max(grade_rank) AS worst,
    group_concat(grade, ' > ' ORDER BY place) AS history
  FROM step
  JOIN line_grade USING (line, grade_rank)
  WHERE scope = 'any'
  GROUP BY line, la_code),
first AS (
  SELECT line, la_code, grade, grade_rank
  FROM step
  JOIN line_grade USING (line, grade_rank)
  WHERE scope = 'any' AND before_rank IS NULL),
current AS (
  SELECT step.*, in_force.grade, grade_since
  FROM in_force
  JOIN step ON
    step.as_at = in_force.as_at AND step.published_by = in_force.published_by AND step.scope = in_force.scope
    AND step.line = in_force.line AND step.la_code = in_force.la_code AND step.place = last_place
  JOIN spell ON
    spell.scope = step.scope AND spell.line = step.line AND spell.la_code = step.la_code AND spell.place = step.place
  WHERE in_force.scope = 'any')
SELECT
  standing.as_at, standing.la_code,
  (SELECT gss_code FROM council_codes AS code
   WHERE code.la_code = standing.la_code AND (valid_from IS NULL OR valid_from <= standing.as_at)
     AND (valid_to IS NULL OR valid_to > standing.as_at)) AS gss_code,
  council,
  (SELECT geography FROM placed
   WHERE placed.as_at = standing.as_at AND placed.published_by = standing.published_by
     AND placed.la_code = standing.la_code AND geography_level = 'council_type') AS council_type,
  (SELECT geography FROM placed
   WHERE placed.as_at = standing.as_at AND placed.published_by = standing.published_by
     AND placed.la_code = standing.la_code AND geography_level = 'region') AS region,
  standing.line,
  CASE
    WHEN current.grade IS NOT NULL THEN 'graded'
    WHEN last_place IS NOT NULL THEN 'no_longer_judged'
    WHEN any_place IS NOT NULL THEN 'not_judged'
    ELSE 'not_inspected'
  END AS status,
  current.grade, current.grade_rank, current.framework, start_date, current.published_date,
  CASE
    WHEN length(current.published_date) = 10 THEN max(0, julianday(standing.as_at) - julianday(current.published_date))
  END AS days_in_force,
  grade_since,
  CASE
    WHEN length(grade_since) = 10 THEN max(0, julianday(standing.as_at) - julianday(grade_since))
  END AS days_at_grade,
  report,
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
LEFT JOIN current USING (line, la_code)
LEFT JOIN first USING (line, la_code)
LEFT JOIN history USING (line, la_code)
LEFT JOIN line_grade AS before ON before.line = standing.line AND before.grade_rank = current.before_rank
LEFT JOIN line_grade AS b ON b.line = standing.line AND b.grade_rank = best
LEFT JOIN line_grade AS w ON w.line = standing.line AND w.grade_rank = worst
WHERE standing.scope = 'any'
