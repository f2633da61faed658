-- Every 31 March whose reporting date is reached, from the one after the first rating on. An inspection is
-- of the year in which it started, else came out, and counts there once its report is out.
WITH year_end AS (
  SELECT substr(as_at, 1, 4) AS year, as_at, published_by
  FROM reporting_date
  JOIN reporting_dates USING (as_at, published_by)
  WHERE substr(as_at, 6) = '03-31' AND published_by = counted_to
    AND published_by >= (SELECT min(published) FROM inspection)),
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
  WHERE day <= (SELECT as_at FROM run) AND (published IS NULL OR published <= (SELECT published_by FROM run))
  GROUP BY year, la_code),
-- In care covered care leavers too in inspections that started before 2023.
defined AS (
  SELECT
    as_at, published_by, line, la_code, place,
    CASE
      WHEN line = 'in_care' AND framework = 'ilacs' AND coalesce(started, published) >= '2023-01-01'
      THEN 'ilacs without care leavers'
      ELSE framework
    END AS definition
  FROM counting
  JOIN year_end USING (as_at, published_by)
  WHERE scope = 'any' AND kind = 'rated'),
compared AS (
  SELECT
    *,
    lag(definition) OVER (PARTITION BY as_at, published_by, line, la_code ORDER BY place) AS before_definition
  FROM defined)
SELECT
  stood.year, stood.la_code,
  (SELECT gss_code FROM council_codes AS code
   WHERE code.la_code = stood.la_code AND (valid_from IS NULL OR valid_from <= stood.as_at)
     AND (valid_to IS NULL OR valid_to > stood.as_at)) AS gss_code,
  council,
  (SELECT geography FROM placed
   WHERE placed.as_at = stood.as_at AND placed.published_by = stood.published_by AND placed.la_code = stood.la_code
     AND geography_level = 'council_type') AS council_type,
  (SELECT geography FROM placed
   WHERE placed.as_at = stood.as_at AND placed.published_by = stood.published_by AND placed.la_code = stood.la_code
     AND geography_level = 'region') AS region,
  stood.line,
  CASE
    WHEN grade IS NOT NULL THEN 'graded'
    WHEN last_place IS NOT NULL THEN 'no_longer_judged'
    WHEN any_place IS NOT NULL THEN 'not_judged'
    ELSE 'not_inspected'
  END AS status,
  grade, grade_rank, framework, published_date,
  CASE
    WHEN before_definition IS NULL THEN NULL
    WHEN before_definition = definition THEN 'yes'
    ELSE 'with_care'
  END AS comparable,
  coalesce(inspections, 0) AS inspected_in_year,
  CASE
    WHEN known_from <= date(stood.as_at, '-1 year', '+1 day') AND stood.as_at <= known_until THEN coalesce(visits, 0)
  END AS visits_in_year,
  CASE
    WHEN length(published_date) = 10 AND published_date <= stood.as_at
    THEN round((julianday(stood.as_at) - julianday(published_date)) / 365.25, 4)
  END AS years_since_rating
FROM (
  SELECT
    standing.*, year, in_force.grade, in_force.grade_rank, in_force.framework, in_force.published_date,
    in_force.last_place AS in_force_place
  FROM standing
  JOIN year_end USING (as_at, published_by)
  LEFT JOIN in_force USING (as_at, published_by, counted_to, scope, line, la_code)
  WHERE scope = 'any') AS stood
JOIN councils ON councils.la_code = stood.la_code
JOIN line ON line.line = stood.line
LEFT JOIN known USING (scheme)
LEFT JOIN compared ON
  compared.as_at = stood.as_at AND compared.published_by = stood.published_by AND compared.line = stood.line
  AND compared.la_code = stood.la_code AND compared.place = in_force_place
LEFT JOIN inspected ON
  inspected.year = stood.year AND inspected.line = stood.line AND inspected.la_code = stood.la_code
LEFT JOIN visited ON visited.year = stood.year AND visited.la_code = stood.la_code
