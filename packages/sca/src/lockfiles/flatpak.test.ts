import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the newest release is the one that is installed', () => {
  const { value } = readProject({
    'flatpak/app/org.x.Y/current/export/share/metainfo/org.x.Y.metainfo.xml':
      '<component type="desktop">\n<id>org.x.Y</id><project_license>MIT</project_license>\n<releases><release version="2.1"/><release version="2.0"/></releases></component>',
    'flatpak/app/org.x.Z/current/export/share/metainfo/org.x.Z.appdata.xml': '<component><id>org.x.Z</id></component>',
  });
  expect(value.map(short)).toEqual(['2 org.x.Y@2.1 direct runtime']);
  expect(value[0]).toMatchObject({ purl: 'pkg:flatpak/org.x.Y@2.1', licenses: ['MIT'] });
});
