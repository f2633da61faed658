-- Days from publication until the rating was no longer in force, or the run's as_at; a date known
-- in part gives none. The same grade again without a gap goes on with the spell.
WITH timed AS (
  SELECT
    la_code, line, grade_rank,
    CASE
      WHEN length(published_date) = 10 AND coalesce(length(until), 10) = 10
      THEN max(0, julianday(min(coalesce(until, as_at), as_at)) - julianday(published))
    END AS days,
    CASE
      WHEN grade_rank = before_rank
        AND lag(until) OVER (PARTITION BY line, la_code ORDER BY place) = published
      THEN 0 ELSE 1
    END AS begins
  FROM step
  WHERE scope = 'any'),
summed AS (
  SELECT
    la_code, line, grade_rank, sum(begins) AS spells,
    CASE WHEN count(*) = count(days) THEN sum(days) END AS days
  FROM timed
  GROUP BY la_code, line, grade_rank),
whole AS (
  SELECT la_code, line, CASE WHEN count(*) = count(days) THEN sum(days) END AS total
  FROM summed
  GROUP BY la_code, line)
SELECT
  la_code, council, line, grade, spells, days, round(100.0 * days / nullif(total, 0), 4) AS percent_of_time
FROM summed
JOIN whole USING (la_code, line)
JOIN line_grade USING (line, grade_rank)
JOIN councils USING (la_code)
