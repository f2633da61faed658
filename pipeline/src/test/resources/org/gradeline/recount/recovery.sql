-- From a spell's first publication at the lowest grade to the first better rating's; censored when
-- the line is no longer judged, at closing and at as_at. Each rating that begins a spell knows
-- what ended it: the first rating from then on that was not followed at once by another lowest one.
WITH following AS (
  SELECT
    line, la_code, place, grade_rank, published_date, published, until, as_at,
    lag(until) OVER council AS before_until,
    lag(grade_rank) OVER council AS before,
    CASE WHEN lead(published) OVER council = until THEN lead(grade_rank) OVER council END AS next_rank,
    CASE WHEN lead(published) OVER council = until THEN lead(published_date) OVER council ELSE until END AS end_date
  FROM step
  WHERE scope = 'any'
  WINDOW council AS (PARTITION BY line, la_code ORDER BY place)),
lowest_rank AS (SELECT line, lowest AS worst FROM line JOIN scale USING (scale)),
lowest AS (
  SELECT
    *,
    CASE WHEN before = worst AND before_until = published THEN 0 ELSE 1 END AS begins,
    CASE WHEN next_rank = worst THEN 0 ELSE 1 END AS ends
  FROM following
  JOIN lowest_rank USING (line)
  WHERE grade_rank = worst),
spell AS (
  SELECT
    b.line, b.la_code, b.published_date AS begun, e.end_date AS ended, e.next_rank < e.worst AS better, b.as_at
  FROM lowest AS b
  JOIN lowest AS e
    ON e.line = b.line AND e.la_code = b.la_code AND e.ends
    AND e.place =
      (SELECT min(place) FROM lowest AS x
       WHERE x.line = b.line AND x.la_code = b.la_code AND x.place >= b.place AND x.ends)
  WHERE b.begins AND b.published <= b.as_at),
outcome AS (
  SELECT
    line,
    CAST(julianday(min(coalesce(ended, as_at), as_at)) - julianday(begun) AS INTEGER) AS day,
    CASE WHEN better AND ended <= as_at THEN 1 ELSE 0 END AS recovered
  FROM spell
  WHERE length(begun) = 10 AND length(coalesce(ended, as_at)) = 10),
daily AS (
  SELECT line, day, count(*) AS leaving, sum(recovered) AS recovered FROM outcome GROUP BY line, day),
risk AS (
  SELECT *, sum(leaving) OVER (PARTITION BY line ORDER BY day DESC) AS at_risk FROM daily),
-- The estimate is the product of (n - d) / n; Greenwood's sum is that of d / (n (n - d)). Once all
-- have recovered the estimate is 0, which has no logarithm and no limits.
estimate AS (
  SELECT
    *,
    CASE
      WHEN min(at_risk - recovered) OVER passed > 0
      THEN exp(sum(ln(1.0 * max(at_risk - recovered, 0.5) / at_risk)) OVER passed)
      ELSE 0
    END AS s,
    CASE
      WHEN min(at_risk - recovered) OVER passed > 0
      THEN sqrt(sum(1.0 * recovered / (at_risk * max(at_risk - recovered, 0.5))) OVER passed)
    END AS log_error
  FROM risk
  WINDOW passed AS (PARTITION BY line ORDER BY day))
SELECT
  line, grade AS from_grade, day, at_risk, recovered, leaving - recovered AS censored,
  round(s, 6) AS not_yet,
  round(s * exp(-1.959963984540054 * log_error), 6) AS lower,
  round(min(1, s * exp(1.959963984540054 * log_error)), 6) AS upper
FROM estimate
JOIN line_grade USING (line)
WHERE grade_rank = line_grade.lowest
