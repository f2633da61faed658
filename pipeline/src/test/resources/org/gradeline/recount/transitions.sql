-- Each two consecutive ratings of a council, closed ones among them. Every grade that followed
-- another at all has a row to each grade.
WITH pair AS (
  SELECT
    scope, line, before_rank, grade_rank,
    CASE
      WHEN length(before_published) = 10 AND length(published_date) = 10
      THEN julianday(published_date) - julianday(before_published)
    END AS days
  FROM step
  WHERE before_rank IS NOT NULL),
total AS (
  SELECT scope, line, before_rank, count(*) AS from_total FROM pair GROUP BY scope, line, before_rank),
ranked AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY scope, line, before_rank, grade_rank ORDER BY days) AS place,
    count(*) OVER (PARTITION BY scope, line, before_rank, grade_rank) AS known
  FROM pair
  WHERE days IS NOT NULL),
median AS (
  SELECT scope, line, before_rank, grade_rank, avg(days) AS median_days
  FROM ranked
  WHERE place IN ((known + 1) / 2, (known + 2) / 2)
  GROUP BY scope, line, before_rank, grade_rank),
counted AS (
  SELECT
    scope, total.line, before_rank, later.grade_rank, before.grade AS from_grade, later.grade AS to_grade, from_total,
    (SELECT count(*) FROM pair
     WHERE pair.scope = total.scope AND pair.line = total.line AND pair.before_rank = total.before_rank
       AND pair.grade_rank = later.grade_rank) AS transitions
  FROM total
  JOIN line_grade AS before ON before.line = total.line AND before.grade_rank = before_rank
  JOIN line_grade AS later ON later.line = total.line),
-- Wilson's score interval, with the 0.975 quantile of the normal distribution.
wilson AS (
  SELECT
    *, 1.0 * transitions / from_total AS p, 1.0 * from_total AS n, 1.959963984540054 * 1.959963984540054 AS z2
  FROM counted)
SELECT
  scope, line, from_grade, to_grade, transitions, from_total,
  round(100 * p, 4) AS percent,
  round(100 * max(0, (p + z2 / (2 * n) - sqrt(z2 * (p * (1 - p) + z2 / (4 * n)) / n)) / (1 + z2 / n)), 4)
    AS percent_lower,
  round(100 * min(1, (p + z2 / (2 * n) + sqrt(z2 * (p * (1 - p) + z2 / (4 * n)) / n)) / (1 + z2 / n)), 4)
    AS percent_upper,
  median_days
FROM wilson
LEFT JOIN median USING (scope, line, before_rank, grade_rank)
