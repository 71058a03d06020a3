/** What Excel demands of an add-in only manifest, as far as it can be told without asking Microsoft's service. */

/** Names of the children of each element, in the order of the published schema. Excel reports another as "not a valid child". */
const CHILDREN: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl ' +
    'AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides',
  VersionOverrides: 'Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint',
  GetStarted: 'Title Description LearnMoreUrl',
  Group: 'Label Icon Control',
  Control: 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  Action: 'TaskpaneId SourceLocation Title',
  Resources: 'Images Urls ShortStrings LongStrings',
};
/** Sizes in pixels that a command must have, and those that it may have. */
const ICON_SIZES = { required: [16, 32, 80], all: [16, 20, 24, 32, 40, 48, 64, 80] };
const LIMITS = { resid: 32, ShortStrings: 125, LongStrings: 250, DisplayName: 125, Description: 250 };
/** The type of resource that each element with a resid refers to. */
const KINDS: Readonly<Record<string, string>> = {
  'bt:Image': 'Images',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  LearnMoreUrl: 'Urls',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};
const LOCALE = 'en-US';
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What the manifest refers to outside of itself. */
export interface Surroundings {
  readonly packageVersion: string;
  /** Pixels of the PNG behind an address, null when there is none. */
  imageSize(url: string): { width: number; height: number } | null;
  /** Whether the build makes a page of this path. */
  isPage(path: string): boolean;
}

/** Everything that is wrong with a manifest, as sentences. */
export function manifestProblems(xml: Document, surroundings: Surroundings): string[] {
  const all = [...xml.getElementsByTagName('*')];
  return [
    ...orderProblems(all),
    ...headProblems(xml, surroundings),
    ...resourceProblems(all),
    ...iconProblems(all, surroundings),
    ...addressProblems(all, surroundings),
    ...idProblems(all),
  ];
}

const textOf = (xml: Document, name: string) => xml.querySelector(`OfficeApp > ${name}`)?.textContent;
const valueOf = (element: Element) => element.getAttribute('DefaultValue') ?? '';

function orderProblems(all: readonly Element[]): string[] {
  return all.flatMap((parent) => {
    const order = CHILDREN[parent.localName]?.split(' ');
    const names = [...parent.children].map((child) => child.localName);
    if (!order) return [];
    const places = names.map((name) => order.indexOf(name));
    const wrong = places.findIndex((place, i) => place < 0 || place < Math.max(0, ...places.slice(0, i)));
    return wrong < 0 ? [] : [`${names[wrong]} is not a valid child of ${parent.localName} here`];
  });
}

function headProblems(xml: Document, { packageVersion }: Surroundings): string[] {
  const expected = {
    Version: `${packageVersion}.0`,
    DefaultLocale: 'zh-CN',
    Permissions: 'ReadWriteDocument',
  };
  const sets = [...xml.querySelectorAll('OfficeApp > Requirements Set')].map(
    (set) => `${set.getAttribute('Name')} ${set.getAttribute('MinVersion')}`,
  );
  const hosts = [...xml.querySelectorAll('OfficeApp > Hosts > Host')].map((host) => host.getAttribute('Name'));
  return [
    ...Object.entries(expected).flatMap(([name, value]) =>
      textOf(xml, name) === value ? [] : [`${name} is ${textOf(xml, name)}, not ${value}`],
    ),
    ...(GUID.test(textOf(xml, 'Id') ?? '') ? [] : ['Id is no random GUID']),
    ...(sets.join() === 'ExcelApi 1.9' ? [] : [`requirement sets are ${sets.join()}`]),
    // Stricter requirements inside VersionOverrides make all buttons vanish without a word.
    ...(xml.querySelector('VersionOverrides Requirements') ? ['VersionOverrides has requirements of its own'] : []),
    ...(hosts.join() === 'Workbook' ? [] : [`hosts are ${hosts.join()}`]),
  ];
}

/** Element with a resid to the resources that it may name: every name exists, is short enough and is used. */
function resourceProblems(all: readonly Element[]): string[] {
  const resources = all.filter((element) => element.parentElement?.parentElement?.localName === 'Resources');
  const kindOf = new Map(resources.map((element) => [element.getAttribute('id')!, element.parentElement!.localName]));
  const used = new Set<string>();
  const references = all.flatMap((element) => {
    const id = element.getAttribute('resid');
    if (id === null) return [];
    used.add(id);
    const wanted = KINDS[element.nodeName];
    return kindOf.get(id) === wanted ? [] : [`${element.nodeName} names ${id}, which is none of ${wanted}`];
  });
  return [
    ...references,
    ...[...kindOf.keys()].flatMap((id) => [
      ...(used.has(id) ? [] : [`resource ${id} is not used`]),
      ...(id.length <= LIMITS.resid ? [] : [`resid ${id} has more than ${LIMITS.resid} characters`]),
    ]),
    ...all.flatMap(textProblems),
  ];
}

/** Every text is Chinese by default, has its English beside it, and neither is too long for the ribbon. */
function textProblems(element: Element): string[] {
  const kind = element.nodeName === 'bt:String' ? element.parentElement!.localName : element.nodeName;
  if (!Object.hasOwn(LIMITS, kind) || !element.hasAttribute('DefaultValue')) return [];
  const label = element.getAttribute('id') ?? kind;
  const overrides = [...element.children];
  const texts = [valueOf(element), ...overrides.map((override) => override.getAttribute('Value') ?? '')];
  const limit = LIMITS[kind as keyof typeof LIMITS];
  return [
    ...(overrides.map((override) => override.getAttribute('Locale')).join() === LOCALE
      ? []
      : [`${label} has no ${LOCALE}`]),
    ...(/[\u4e00-\u9fff]/.test(texts[0]!) ? [] : [`${label} is not Chinese by default`]),
    ...(texts.slice(1).some((text) => /[\u4e00-\u9fff]/.test(text)) ? [`${label} is not English in ${LOCALE}`] : []),
    ...texts.flatMap((text) =>
      text.length > 0 && text.length <= limit ? [] : [`${label} has ${text.length} characters of 1 to ${limit}`],
    ),
  ];
}

function iconProblems(all: readonly Element[], { imageSize }: Surroundings): string[] {
  const addresses = new Map(
    all
      .filter(({ parentElement }) => parentElement?.localName === 'Images')
      .map((e) => [e.getAttribute('id'), valueOf(e)]),
  );
  const isSquare = (url: string, size: number) => {
    const found = imageSize(url);
    return found?.width === size && found.height === size ? [] : [`${url} is no picture of ${size} pixels`];
  };
  return all.flatMap((element) => {
    if (element.nodeName === 'IconUrl') return isSquare(valueOf(element), 32);
    if (element.nodeName === 'HighResolutionIconUrl') return isSquare(valueOf(element), 64);
    if (element.nodeName !== 'Icon') return [];
    const images = [...element.children].map((image) => ({
      size: Number(image.getAttribute('size')),
      url: addresses.get(image.getAttribute('resid')) ?? '',
    }));
    const sizes = images.map(({ size }) => size);
    return [
      ...ICON_SIZES.required.filter((size) => !sizes.includes(size)).map((size) => `an icon lacks its size ${size}`),
      ...sizes.filter((size) => !ICON_SIZES.all.includes(size)).map((size) => `an icon has a size ${size}`),
      ...images.flatMap(({ size, url }) => isSquare(url, size)),
    ];
  });
}

function addressProblems(all: readonly Element[], { isPage }: Surroundings): string[] {
  const origins = new Set<string>();
  const problems = all.flatMap((element) => {
    const isAddress = element.localName === 'Url' || /Url$|^SourceLocation$|^Image$/.test(element.localName);
    const value = valueOf(element);
    if (!isAddress || !element.hasAttribute('DefaultValue')) return [];
    if (!URL.canParse(value) || !value.startsWith('https://')) return [`${value} is no https address`];
    origins.add(new URL(value).origin);
    const path = new URL(value).pathname.slice(1);
    return path.endsWith('.png') || isPage(path) ? [] : [`${value} is no page of the build`];
  });
  // Pages of another origin than SourceLocation's would need an AppDomain.
  return origins.size === 1 ? problems : [...problems, `addresses of several origins: ${[...origins].join(' ')}`];
}

function idProblems(all: readonly Element[]): string[] {
  const ids = all.flatMap((element) => (element.hasAttribute('id') ? [element.getAttribute('id')!] : []));
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const controls = all.filter(({ localName }) => localName === 'Control');
  const locations = controls.map((control) => control.querySelector('SourceLocation')?.getAttribute('resid'));
  return [
    ...twice.map((id) => `id ${id} is there twice`),
    ...(controls.length <= 6 ? [] : ['more than 6 commands belong on a tab of their own']),
    // The pane learns by its address which button was pressed.
    ...(new Set(locations).size === locations.length ? [] : ['two buttons open the same address']),
  ];
}
