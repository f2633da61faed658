SELECT
  published_date, line,
  count(*) AS councils,
  CASE scale WHEN 'childrens_services' THEN count(*) FILTER (WHERE grade_rank = 1) END AS outstanding,
  CASE scale WHEN 'childrens_services' THEN count(*) FILTER (WHERE grade_rank = 2) END AS good,
  CASE scale WHEN 'childrens_services' THEN count(*) FILTER (WHERE grade_rank = 3) END AS requires_improvement,
  CASE scale WHEN 'childrens_services' THEN count(*) FILTER (WHERE grade_rank = 4) END AS inadequate,
  CASE scale WHEN 'send_2016' THEN count(*) FILTER (WHERE grade_rank = 1) END AS not_required,
  CASE scale WHEN 'send_2016' THEN count(*) FILTER (WHERE grade_rank = 2) END AS required,
  CASE scale WHEN 'send_2023' THEN count(*) FILTER (WHERE grade_rank = 1) END AS typically_positive,
  CASE scale WHEN 'send_2023' THEN count(*) FILTER (WHERE grade_rank = 2) END AS inconsistent,
  CASE scale WHEN 'send_2023' THEN count(*) FILTER (WHERE grade_rank = 3) END AS widespread_failings,
  count(*) FILTER (WHERE direction = 'improved') AS improved,
  count(*) FILTER (WHERE direction = 'same') AS same,
  count(*) FILTER (WHERE direction = 'declined') AS declined,
  count(*) FILTER (WHERE direction = 'first') AS first,
  group_concat(council || ': ' || grade || ' (' || direction || ')', '; ' ORDER BY la_code) AS names
FROM step
JOIN line_grade USING (line, grade_rank)
JOIN line USING (line)
JOIN councils USING (la_code)
WHERE scope = 'any' AND length(published_date) = 10
GROUP BY published_date, line
