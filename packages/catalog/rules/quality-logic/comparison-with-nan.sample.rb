def check(total)
  # ruleid: comparison-with-nan
  return 0 if total == Float::NAN
  # ruleid: comparison-with-nan
  return total if total != Float::NAN

  # ok: comparison-with-nan
  return 0 if total.nan?

  # ok: comparison-with-nan
  Float::NAN
end
