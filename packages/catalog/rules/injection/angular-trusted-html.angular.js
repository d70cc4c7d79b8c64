export function controller($sce, $scope, note) {
  // ruleid: angular-trusted-html
  $scope.note = $sce.trustAsHtml(note.text);
  // ruleid: angular-trusted-html
  $scope.title = $sce.trustAsHtml(`<b>${note.title}</b>`);
  // ok: angular-trusted-html
  $scope.line = $sce.trustAsHtml('<hr>');
  // ok: angular-trusted-html
  $scope.text = note.text;
}
