import { defineCommand } from '../command.ts';
import { table } from '../table.ts';

export const rulesPacks = defineCommand({
  name: 'rules packs',
  summary: 'List the packs of the rules that come with Plumbline.',
  description: `A pack is a topic, a category or a language. Name packs with --pack, or under rules: packs: in plumbline.yaml; these alone
run then. A topic or a category is run whole, with the rules in it that are off by default.`,
  examples: [
    ['plumb rules packs', 'what there is'],
    ['plumb rules packs && plumb scan --pack network --pack secrets', 'and run two of them'],
  ],
  async run() {
    const { bundled, libraryRules, packsOf } = await import('@plumbline/scan');
    const packs = packsOf([...bundled().rules, ...libraryRules]);
    return {
      text: table([['PACK', 'IS A', 'RULES'], ...packs.map((it) => [it.name, it.is, String(it.rules)])]),
      exitCode: 0,
    };
  },
});
