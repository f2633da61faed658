-- Open councils with two ratings or more whose last is in force.
WITH movement AS (
  SELECT
    in_force.as_at, in_force.published_by, in_force.counted_to, scope, line, la_code, in_force.grade_rank AS latest,
    counting.grade_rank AS earlier,
    CASE WHEN place = first_place THEN 1 ELSE 0 END AS is_first,
    CASE
      WHEN place =
        max(place) OVER (PARTITION BY as_at, published_by, scope, line, la_code)
      THEN 1 ELSE 0
    END AS is_previous
  FROM in_force
  JOIN counting USING (as_at, published_by, counted_to, scope, line, la_code)
  WHERE kind = 'rated' AND place < last_place),
compared AS (
  SELECT 'first_to_latest' AS basis, * FROM movement WHERE is_first
  UNION ALL
  SELECT 'previous_to_latest', * FROM movement WHERE is_previous),
counted AS (
  SELECT
    as_at, published_by, counted_to, scope, line, basis, geography_level, geography_code, geography,
    count(*) AS councils,
    count(*) FILTER (WHERE latest < earlier) AS improved,
    count(*) FILTER (WHERE latest = earlier AND latest <= pass_mark) AS same_good_or_outstanding,
    count(*) FILTER (WHERE latest = earlier AND latest > pass_mark) AS same_below_good,
    count(*) FILTER (WHERE latest > earlier) AS declined
  FROM compared
  JOIN placed USING (as_at, published_by, la_code)
  JOIN line USING (line)
  JOIN scale USING (scale)
  WHERE scope = 'any' OR geography_level = 'national'
  GROUP BY as_at, published_by, counted_to, scope, line, basis, geography_level, geography_code, geography)
SELECT
  *, round(100.0 * improved / councils, 4) AS improved_percent, round(100.0 * declined / councils, 4) AS declined_percent
FROM counted
