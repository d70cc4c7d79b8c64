// Before the page is drawn: dark for those who want it, with no flash of white.
(function () {
  var wanted = localStorage.getItem('mantine-color-scheme-value') || 'auto';
  var isDark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
