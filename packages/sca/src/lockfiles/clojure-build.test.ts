import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('Leiningen: dependencies, plugins, profiles, managed versions', () => {
  const { value } = readProject({
    'project.clj': `; comment [no/no "1"]
(defproject shop/app "0.1.0"
  :description "a \\"quoted\\" [x/y \\"1\\"]"
  :managed-dependencies [[com.lib/managed "3.0"]]
  :dependencies [[org.clojure/clojure "1.11.1"]
                 [ring "1.9.0" :exclusions [clj-time]]
                 #_[left/out "1"]
                 [com.lib/managed]
                 [javax/servlet "4.0" :scope "provided"]]
  :plugins [[lein-ring "0.12.6"]]
  :profiles {:dev {:dependencies [[midje "1.10"]]}
             :test {:dependencies [[a/t "LATEST"]]}})
`,
  });
  expect(value.map(short)).toEqual([
    '5 org.clojure:clojure@1.11.1 direct runtime',
    '6 ring:ring@1.9.0 direct runtime',
    '8 com.lib:managed@3.0 direct runtime',
    '9 javax:servlet@4.0 direct build',
    '10 lein-ring:lein-ring@0.12.6 direct build',
    '11 midje:midje@1.10 direct development',
    '12 a:t@ direct test',
  ]);
});

test('deps.edn: versions, git, aliases', () => {
  const commit = 'b'.repeat(40);
  const { value } = readProject({
    'deps.edn': `{:deps {org.clojure/clojure {:mvn/version "1.12.0"}
        io.github.owner/tool {:git/tag "v1.0" :git/sha "${commit}"}
        own/lib {:local/root "../lib"}}
 :aliases {:test {:extra-deps {lambdaisland/kaocha {:mvn/version "1.91"}}}}}`,
  });
  expect(value.map(short)).toEqual([
    '1 org.clojure:clojure@1.12.0 direct runtime',
    '2 io.github.owner:tool@v1.0 git direct runtime',
    '4 lambdaisland:kaocha@1.91 direct test',
  ]);
  expect(value[1]!.source).toEqual({ repository: 'https://github.com/owner/tool', commit });
});
