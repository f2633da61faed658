-- Open councils by the grade in force, with all that pass together, where any has a grade, in the groups
-- that they were in on the day.
WITH stood AS (
  SELECT
    as_at, published_by, counted_to, scope, line, geography_level, geography_code, geography, la_code, grade_rank,
    CASE WHEN grade_rank IS NULL AND standing.last_place IS NOT NULL THEN 1 ELSE 0 END AS ended
  FROM standing
  JOIN placed USING (as_at, published_by, la_code)
  LEFT JOIN in_force USING (as_at, published_by, counted_to, scope, line, la_code)
  WHERE scope = 'any' OR geography_level = 'national'),
counted AS (
  SELECT
    as_at, published_by, counted_to, scope, line, geography_level, geography_code, geography,
    count(*) FILTER (WHERE grade_rank = 1) AS first,
    count(*) FILTER (WHERE grade_rank = 2) AS second,
    count(*) FILTER (WHERE grade_rank = 3) AS third,
    count(*) FILTER (WHERE grade_rank = 4) AS fourth,
    count(grade_rank) AS base,
    sum(ended) AS no_longer_judged,
    count(*) - count(grade_rank) - sum(ended) AS not_inspected
  FROM stood
  GROUP BY as_at, published_by, counted_to, scope, line, geography_level, geography_code, geography
  HAVING count(grade_rank) > 0),
long AS (
  SELECT
    counted.*, grade,
    CASE grade_rank WHEN 1 THEN first WHEN 2 THEN second WHEN 3 THEN third ELSE fourth END AS councils
  FROM counted
  JOIN line_grade USING (line)
  UNION ALL
  SELECT counted.*, pass_name, first + second
  FROM counted
  JOIN line USING (line)
  JOIN scale USING (scale)
  WHERE pass_name IS NOT NULL),
-- Wilson's score interval, with the 0.975 quantile of the normal distribution.
wilson AS (
  SELECT *, 1.0 * councils / base AS p, 1.0 * base AS n, 1.959963984540054 * 1.959963984540054 AS z2 FROM long)
SELECT
  as_at, published_by, counted_to, scope, line, geography_level, geography_code, geography, grade, councils, base,
  round(100 * p, 4) AS percent,
  round(100 * max(0, (p + z2 / (2 * n) - sqrt(z2 * (p * (1 - p) + z2 / (4 * n)) / n)) / (1 + z2 / n)), 4)
    AS percent_lower,
  round(100 * min(1, (p + z2 / (2 * n) + sqrt(z2 * (p * (1 - p) + z2 / (4 * n)) / n)) / (1 + z2 / n)), 4)
    AS percent_upper,
  not_inspected, no_longer_judged
FROM wilson
