/* Old Excel shows add-ins in Internet Explorer or the first Edge: say so instead of an empty pane. Plain ES5. */
(function () {
  var agent = navigator.userAgent;
  if (agent.indexOf('Trident/') < 0 && agent.indexOf('Edge/') < 0) return;
  window.onload = function () {
    document.getElementById('root').innerText =
      '先锋考评需要 Excel 2021 或更高版本（或 Microsoft 365）。请升级 Excel 后再打开。\n\n' +
      'Pioneer Scorecard needs Excel 2021 or later (or Microsoft 365). Please upgrade Excel and open it again.';
  };
})();
