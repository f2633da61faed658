-- Every 31 March that had passed by as_at, from the one after the first rating on, at its own
-- reporting date. An inspection is of the year in which it started, else came out, and counts
-- there once its report is out.
WITH year_end AS (
  SELECT substr(as_at, 1, 4) AS year, as_at, published_by
  FROM reporting_date
  JOIN reporting_dates USING (as_at, published_by)
  WHERE substr(as_at, 6) = '03-31' AND published_by >= (SELECT min(published) FROM inspection)),
inspected AS (
  SELECT year, line, la_code, count(*) AS inspections
  FROM year_end
  JOIN step
    ON coalesce(started, published) BETWEEN date(year_end.as_at, '-1 year', '+1 day') AND year_end.as_at
  WHERE scope = 'any'
  GROUP BY year, line, la_code),
visited AS (
  SELECT year, la_code, count(*) AS visits
  FROM year_end
  JOIN visit ON day BETWEEN date(as_at, '-1 year', '+1 day') AND as_at
  GROUP BY year, la_code)
SELECT
  year, la_code, council, line,
  CASE
    WHEN grade IS NOT NULL THEN 'graded'
    WHEN last_place IS NOT NULL THEN 'no_longer_judged'
    WHEN any_place IS NOT NULL THEN 'not_judged'
    ELSE 'not_inspected'
  END AS status,
  grade, grade_rank,
  coalesce(inspections, 0) AS inspected_in_year,
  coalesce(visits, 0) AS visits_in_year,
  CASE
    WHEN length(published_date) = 10
    THEN round(max(0, julianday(as_at) - julianday(published_date)) / 365.25, 4)
  END AS years_since_rating
FROM (
  SELECT standing.*, year, in_force.grade, in_force.grade_rank, in_force.published_date
  FROM standing
  JOIN year_end USING (as_at, published_by)
  LEFT JOIN in_force USING (as_at, published_by, scope, line, la_code)
  WHERE scope = 'any')
JOIN councils USING (la_code)
LEFT JOIN inspected USING (year, line, la_code)
LEFT JOIN visited USING (year, la_code)
