import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the head of the file that has one', () => {
  const { value } = readProject({
    'wp-content/plugins/akismet/akismet.php': '<?php\n/*\nPlugin Name: Akismet Anti-spam\n * Version: 5.3 \n*/\n',
    'wp-content/plugins/akismet/other.php': '<?php\n// Version: 1.0\n',
  });
  expect(value.map(short)).toEqual(['4 wordpress/akismet@5.3 direct runtime']);
});
