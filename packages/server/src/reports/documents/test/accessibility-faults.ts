import {
  isDictionary,
  isStream,
  isWord,
  nameOf,
  Pdf,
  type PdfDictionary,
  PdfReader,
  type PdfValue,
  type Token,
  textOf,
} from './read-pdf.ts';

/** Operators that leave a mark on a page (ISO 32000-1, annex A). */
const MARKING = new Set([
  ...['Tj', 'TJ', "'", '"', 'Do', 'sh', 'EI'],
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'],
]);

/** A piece of the structure tree. */
type Element = {
  readonly type: string;
  readonly entries: PdfDictionary;
  readonly children: readonly Element[];
  /** Numbers of marked content directly in it, with the page. */
  readonly marks: ReadonlyArray<{ readonly page: PdfDictionary | null; readonly mark: number }>;
};

/**
 * What in a PDF would keep somebody from reading it with her ears, of the conditions of PDF/UA-1 (ISO 14289-1; the numbers are
 * those of the Matterhorn Protocol) that a machine can judge: what is not tagged (01), titles and their display (06, 07), language
 * (11), words of figures (13), headings (14), heads of tables (15), fonts and the letters they stand for (31), what can be clicked
 * (28). Empty when nothing is found.
 */
export function accessibilityFaults(file: Buffer, language: string): string[] {
  const pdf = new Pdf(file);
  const { catalog } = pdf;
  const tree = elementsOf(pdf);
  return [
    ...documentFaults(pdf, catalog, language),
    ...pdf.pages.flatMap((page, i) => contentFaults(pdf, page, i + 1)),
    ...tree.flatMap((root) => all(root)).flatMap((element) => elementFaults(element)),
    ...headingFaults(tree.flatMap((root) => all(root))),
    ...orderFaults(pdf, tree),
    ...fontFaults(pdf),
  ];
}

/** The types of all elements of a PDF's structure, as often as they occur. */
export function structureTypes(file: Buffer): Map<string, number> {
  const types = new Map<string, number>();
  for (const { type } of elementsOf(new Pdf(file)).flatMap((root) => all(root))) {
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  return types;
}

function documentFaults(pdf: Pdf, catalog: PdfDictionary, language: string): string[] {
  const entry = (name: string, inside: string) =>
    catalog.has(name) ? pdf.dictionary(catalog.get(name)).get(inside) : undefined;
  const metadata = pdf.bytes(catalog.get('Metadata')).toString('utf8');
  return [
    ...(entry('MarkInfo', 'Marked') === true ? [] : ['01: not marked as tagged']),
    ...(entry('MarkInfo', 'Suspects') === true ? ['01: with tags that are suspect'] : []),
    ...(entry('ViewerPreferences', 'DisplayDocTitle') === true ? [] : ['07: title not shown']),
    ...(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(metadata) ? [] : ['06: no title']),
    ...(/<pdfuaid:part>1</.test(metadata) ? [] : ['05: not said to be PDF/UA-1']),
    ...(textOf(catalog.get('Lang')) === language ? [] : [`11: not in ${language}`]),
  ];
}

/** What is painted or written outside of marked content, and annotations out of the order of the tags. */
function contentFaults(pdf: Pdf, page: PdfDictionary, number: number): string[] {
  const reader = new PdfReader(pdf.bytes(page.get('Contents')).toString('latin1'));
  const faults: string[] = [];
  // Of each open piece, whether it is tagged or set apart as decoration.
  const open: boolean[] = [];
  let operands: Token[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (!isWord(token)) {
      operands.push(token);
      continue;
    }
    const { word } = token;
    if (word === 'BDC' || word === 'BMC') {
      const tag = nameOf(operands[0] as PdfValue);
      const properties = operands[1] as PdfValue | undefined;
      const isTold = tag === 'Artifact' || (isDictionary(properties) && properties.has('MCID'));
      open.push(isTold);
    }
    if (word === 'EMC') open.pop();
    if (MARKING.has(word) && !open.includes(true)) {
      faults.push(`01: page ${number}: ${word} outside of marked content`);
    }
    operands = [];
  }
  if (open.length > 0) faults.push(`01: page ${number}: marked content that does not end`);
  if (page.has('Annots') && nameOf(page.get('Tabs')) !== 'S') {
    faults.push(`28: page ${number}: links not in the order of the tags`);
  }
  for (const value of pdf.list(page.get('Annots'))) {
    const annotation = pdf.dictionary(value);
    if (!annotation.has('StructParent')) faults.push(`28: page ${number}: a link without a tag`);
    if (textOf(annotation.get('Contents')) === '') {
      faults.push(`28: page ${number}: a link without words`);
    }
  }
  return faults;
}

function elementFaults(element: Element): string[] {
  const { type, entries, children } = element;
  const faults: string[] = [];
  if (type === 'Figure' || type === 'Formula') {
    const bounds = attributesOf(entries).some((attributes) => attributes.has('BBox'));
    if (textOf(entries.get('Alt')).trim() === '') faults.push(`13: ${type} without words`);
    if (!bounds) faults.push(`13: ${type} without its bounds`);
  }
  if (type === 'Table') {
    const rows = all(element).filter((one) => one.type === 'TR');
    const cells = (row: Element) => row.children.filter((one) => /^T[HD]$/.test(one.type));
    const widths = new Set(rows.map((row) => cells(row).length));
    if (widths.size !== 1) faults.push(`15: Table with rows of ${[...widths].join(', ')} cells`);
    const heads = rows.flatMap(cells).filter((one) => one.type === 'TH');
    if (heads.length === 0) faults.push('15: Table without heads');
    for (const head of heads) {
      const scope = attributesOf(head.entries).some((attributes) => attributes.has('Scope'));
      if (!scope) faults.push('15: TH without a scope');
    }
  }
  if (type === 'Caption' && children.length === 0 && element.marks.length === 0) {
    faults.push('15: Caption without words');
  }
  return faults;
}

function headingFaults(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ type }) => {
    const level = /^H(\d)$/.exec(type)?.[1];
    return level ? [Number(level)] : [];
  });
  if (levels.length > 0 && levels[0] !== 1) return [`14: begins with H${levels[0]}`];
  return levels.flatMap((level, i) =>
    i > 0 && level > (levels[i - 1] ?? 0) + 1 ? [`14: H${level} after H${levels[i - 1]}`] : [],
  );
}

/** On each page the tags must be read in the order in which their contents were set, but for notes that stand apart. */
function orderFaults(pdf: Pdf, tree: readonly Element[]): string[] {
  const seen = new Map<PdfDictionary, number[]>();
  for (const { marks } of tree.flatMap((root) => all(root))) {
    for (const { page, mark } of marks) {
      if (!page) continue;
      const known = seen.get(page);
      if (known) known.push(mark);
      else seen.set(page, [mark]);
    }
  }
  return pdf.pages.flatMap((page, i) => {
    const marks = seen.get(page) ?? [];
    const twice = marks.length - new Set(marks).size;
    const back = marks.filter((mark, at) => at > 0 && mark < (marks[at - 1] ?? 0)).length;
    return [
      ...(marks.length === 0 ? [`09: page ${i + 1}: nothing of it is tagged`] : []),
      ...(twice > 0 ? [`09: page ${i + 1}: ${twice} pieces tagged twice`] : []),
      ...(back > 0 ? [`09: page ${i + 1}: read out of order ${back} times`] : []),
    ];
  });
}

function fontFaults(pdf: Pdf): string[] {
  const fonts = new Map<string, PdfDictionary>();
  for (const page of pdf.pages) {
    const resources = page.has('Resources') ? pdf.dictionary(page.get('Resources')) : new Map();
    for (const value of fontsOf(pdf, resources)) {
      fonts.set(nameOf(value.get('BaseFont')) ?? '', value);
    }
  }
  if (fonts.size === 0) return ['31: no fonts'];
  return [...fonts].flatMap(([name, font]) => {
    const [inner] = pdf.list(font.get('DescendantFonts'));
    const whole = inner === undefined ? font : pdf.dictionary(inner);
    const descriptor = whole.has('FontDescriptor')
      ? pdf.dictionary(whole.get('FontDescriptor'))
      : null;
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(key));
    return [
      ...(isEmbedded ? [] : [`31: ${name} not embedded`]),
      ...(font.has('ToUnicode') ? [] : [`31: ${name} does not say which letters it shows`]),
    ];
  });
}

/** Fonts of a page and of the drawings on it. */
function fontsOf(pdf: Pdf, resources: PdfDictionary): PdfDictionary[] {
  const inside = (name: string) =>
    resources.has(name) ? [...pdf.dictionary(resources.get(name)).values()] : [];
  return [
    ...inside('Font').map((value) => pdf.dictionary(value)),
    ...inside('XObject').flatMap((value) => {
      const found = pdf.find(value);
      const own = isStream(found) ? found.dictionary.get('Resources') : undefined;
      return own === undefined ? [] : fontsOf(pdf, pdf.dictionary(own));
    }),
  ];
}

function elementsOf(pdf: Pdf): Element[] {
  const root = pdf.catalog.get('StructTreeRoot');
  if (root === undefined) return [];
  const read = (value: PdfValue, page: PdfDictionary | null): Element | null => {
    const found = pdf.find(value);
    if (!isDictionary(found as PdfValue) || !(found as PdfDictionary).has('S')) return null;
    const entries = found as PdfDictionary;
    const own = entries.has('Pg') ? pdf.dictionary(entries.get('Pg')) : page;
    const kids = pdf.list(entries.get('K'));
    return {
      type: nameOf(entries.get('S')) ?? '',
      entries,
      children: kids.flatMap((kid) => read(kid, own) ?? []),
      marks: kids.flatMap((kid) => {
        if (typeof kid === 'number') return [{ page: own, mark: kid }];
        const inner = pdf.find(kid);
        if (!isDictionary(inner as PdfValue)) return [];
        const mark = (inner as PdfDictionary).get('MCID');
        const other = (inner as PdfDictionary).get('Pg');
        if (typeof mark !== 'number') return [];
        return [{ page: other === undefined ? own : pdf.dictionary(other), mark }];
      }),
    };
  };
  return pdf.list(pdf.dictionary(root).get('K')).flatMap((kid) => read(kid, null) ?? []);
}

function attributesOf(entries: PdfDictionary): PdfDictionary[] {
  const value = entries.get('A');
  const list = Array.isArray(value) ? (value as readonly PdfValue[]) : [value];
  return list.filter((one) => isDictionary(one));
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
