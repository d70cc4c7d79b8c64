/** The findings page's filters, as its address holds them: `?severity=["high"]&text=login`. */
export const filterNames = ['severity', 'status', 'kind', 'evidence', 'project', 'service', 'rule'] as const;
export type FilterName = (typeof filterNames)[number];

export type Filters = { readonly [K in FilterName]?: readonly string[] } & {
  readonly text?: string;
  readonly order?: 'severity' | 'newest';
};

/** Reads an address, which anybody may have written: what is no filter is left out. */
export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const lists = filterNames.flatMap((name) => {
    const value = search[name];
    const list = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String).slice(0, 50);
    return Array.isArray(value) || list.length > 0 ? [[name, list] as const] : [];
  });
  return {
    ...Object.fromEntries(lists),
    ...(typeof search['text'] === 'string' && search['text'] !== '' ? { text: search['text'].slice(0, 500) } : {}),
    ...(search['order'] === 'newest' ? { order: 'newest' as const } : {}),
  };
}

/** What still needs somebody's eyes: shown unless the address says otherwise. An empty list shows all. */
export const defaultStatus = ['open', 'reviewing', 'to_fix'];
