-- Open councils by the days since their last full inspection of a scheme, beside the Kaplan-Meier estimate of the
-- days from the publication of a full inspection to the start of the next one, after inspections published since
-- 2021 whose own lowest grade is the lowest of the council's ratings in force.
WITH counted AS (
  SELECT
    i.*, run.as_at, closed,
    row_number() OVER following AS place,
    lead(coalesce(start_date, published_date)) OVER following AS next_start
  FROM full_inspection AS i
  JOIN run ON published <= published_by AND (started IS NULL OR started <= as_at)
  JOIN councils USING (la_code)
  WINDOW following AS (PARTITION BY scheme, la_code ORDER BY published, started)),
wait AS (
  SELECT
    scheme, scale, own_lowest AS lowest,
    CASE WHEN next_start <= min(as_at, coalesce(closed, as_at)) THEN 1 ELSE 0 END AS inspected,
    CAST(
      max(
        0,
        julianday(min(as_at, coalesce(closed, as_at), coalesce(next_start, as_at))) - julianday(published))
      AS INTEGER) AS day
  FROM counted
  WHERE published_date >= '2021-01-01' AND length(published_date) = 10 AND published_date <= as_at
    AND own_lowest IS NOT NULL AND coalesce(length(next_start), 10) = 10),
daily AS (
  SELECT scheme, scale, lowest, day, count(*) AS leaving, sum(inspected) AS inspected
  FROM wait
  GROUP BY scheme, scale, lowest, day),
risk AS (
  SELECT *, sum(leaving) OVER (PARTITION BY scheme, scale, lowest ORDER BY day DESC) AS at_risk FROM daily),
estimate AS (
  SELECT
    *,
    CASE
      WHEN min(at_risk - inspected) OVER passed > 0
      THEN exp(sum(ln(1.0 * max(at_risk - inspected, 0.5) / at_risk)) OVER passed)
      ELSE 0
    END AS not_yet
  FROM risk
  WINDOW passed AS (PARTITION BY scheme, scale, lowest ORDER BY day)),
-- Where the estimate lies on a quantile for a while, R's survfit gives the middle of that while.
quantile AS (
  SELECT
    scheme, scale, lowest, rest,
    CASE
      WHEN min(day) FILTER (WHERE abs(not_yet - rest) < 1e-8) IS NULL THEN min(day) FILTER (WHERE not_yet < rest)
      ELSE
        (min(day) FILTER (WHERE abs(not_yet - rest) < 1e-8)
          + coalesce(
            min(day) FILTER (WHERE not_yet < rest - 1e-8), min(day) FILTER (WHERE abs(not_yet - rest) < 1e-8))) / 2.0
    END AS days
  FROM estimate
  CROSS JOIN (SELECT 0.75 AS rest UNION ALL SELECT 0.5 UNION ALL SELECT 0.25)
  GROUP BY scheme, scale, lowest, rest),
last AS (
  SELECT *
  FROM counted AS c
  WHERE next_start IS NULL AND (closed IS NULL OR closed > as_at)
    AND place = (SELECT max(place) FROM counted WHERE scheme = c.scheme AND la_code = c.la_code)),
waiting AS (
  SELECT
    last.*,
    CASE WHEN length(published_date) = 10 THEN max(0, julianday(as_at) - julianday(published_date)) END AS days,
    (SELECT max(grade_rank)
     FROM in_force
     JOIN line USING (line)
     WHERE in_force.as_at = last.as_at AND in_force.published_by = (SELECT published_by FROM run)
       AND scope = 'any' AND in_force.la_code = last.la_code
       AND line.scheme = last.scheme AND line.scale = last.scale) AS lowest
  FROM last)
SELECT
  as_at, la_code, council, scheme, start_date AS last_start_date, published_date AS last_published_date,
  days AS days_since_last,
  grade AS lowest_grade,
  (SELECT count(*) FROM wait
   WHERE wait.scheme = waiting.scheme AND wait.scale = waiting.scale AND wait.lowest = waiting.lowest) AS spells,
  (SELECT q.days FROM quantile AS q
   WHERE q.scheme = waiting.scheme AND q.scale = waiting.scale AND q.lowest = waiting.lowest AND rest = 0.75)
    AS quartile_1_days,
  (SELECT q.days FROM quantile AS q
   WHERE q.scheme = waiting.scheme AND q.scale = waiting.scale AND q.lowest = waiting.lowest AND rest = 0.5)
    AS median_days,
  (SELECT q.days FROM quantile AS q
   WHERE q.scheme = waiting.scheme AND q.scale = waiting.scale AND q.lowest = waiting.lowest AND rest = 0.25)
    AS quartile_3_days,
  CASE
    WHEN days IS NOT NULL AND EXISTS (
      SELECT * FROM wait
      WHERE wait.scheme = waiting.scheme AND wait.scale = waiting.scale AND wait.lowest = waiting.lowest)
    THEN round(
      100 * coalesce(
        (SELECT min(not_yet) FROM estimate AS e
         WHERE e.scheme = waiting.scheme AND e.scale = waiting.scale AND e.lowest = waiting.lowest
           AND e.day <= days),
        1),
      4)
  END AS not_yet_percent
FROM waiting
JOIN councils USING (la_code)
LEFT JOIN grade ON grade.scale = waiting.scale AND grade_rank = waiting.lowest
