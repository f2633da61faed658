-- Read off the published estimate: the first day on which it, or a limit of it, is below what a share
-- of recoveries leaves. No estimate here lies on a half or a quarter exactly.
SELECT
  line, from_grade,
  sum(recovered + censored) AS spells, sum(recovered) AS recovered, sum(censored) AS censored,
  min(day) FILTER (WHERE not_yet < 0.5) AS median_days,
  min(day) FILTER (WHERE lower < 0.5) AS median_lower,
  min(day) FILTER (WHERE upper < 0.5) AS median_upper,
  min(day) FILTER (WHERE not_yet < 0.75) AS quartile_1_days,
  min(day) FILTER (WHERE not_yet < 0.25) AS quartile_3_days
FROM published_recovery
GROUP BY line, from_grade
