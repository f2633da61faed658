SELECT
  published_date, line,
  count(*) AS councils,
  count(*) FILTER (WHERE grade_rank = 1) AS outstanding,
  count(*) FILTER (WHERE grade_rank = 2) AS good,
  count(*) FILTER (WHERE grade_rank = 3) AS requires_improvement,
  count(*) FILTER (WHERE grade_rank = 4) AS inadequate,
  count(*) FILTER (WHERE direction = 'improved') AS improved,
  count(*) FILTER (WHERE direction = 'same') AS same,
  count(*) FILTER (WHERE direction = 'declined') AS declined,
  count(*) FILTER (WHERE direction = 'first') AS first,
  group_concat(council || ': ' || grade || ' (' || direction || ')', '; ' ORDER BY la_code) AS names
FROM step
JOIN grade USING (grade_rank)
JOIN councils USING (la_code)
WHERE scope = 'any' AND length(published_date) = 10
GROUP BY published_date, line
