import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault';

/** A property or method of the API. */
export interface ApiMember {
  /** Minor number of the set ExcelApi 1.x that has it; Infinity for previews and for what only some platforms have. */
  readonly set: number;
  /** First word of its type: the class of the objects that it gives. */
  readonly type: string;
}

type Classes = ReadonlyMap<string, ReadonlyMap<string, ApiMember>>;

const TYPES = join(__dirname, '../../node_modules/@types/office-js/index.d.ts');

/** Names in requests that differ from those in programs. */
const WIRE_NAMES: Readonly<Record<string, string>> = { Gridlines: 'showGridlines' };

/** What functions of the namespace itself send, which no class declares: `Excel.createWorkbook`. */
const BEHIND_FUNCTIONS: Readonly<Record<string, ApiMember>> = {
  'Application.CreateWorkbook': { set: 8, type: 'WorkbookCreated' },
  'WorkbookCreated.Open': { set: 8, type: 'void' },
};

let classes: Classes | null = null;

/**
 * Class of what a member of an object gives, once it is sure that an Excel of this version has the member; null when it
 * is a plain value, or something between the client and its host that programs do not see.
 */
export function declaredType(className: string | null, name: string, version: string): string | null {
  if (name === '_Runtime') return 'Runtime';
  if (name.startsWith('_')) return null;
  const behind = BEHIND_FUNCTIONS[`${className}.${name}`];
  const member = behind ?? (className === null ? undefined : apiMember(className, WIRE_NAMES[name] ?? name));
  if (!member) throw new Fault('NotSimulated', `${className}.${name} is not declared`);
  if (member.set > Number(version.split('.')[1])) throw new Fault('ApiNotFound', `${className}.${name}`);
  return member.type;
}

/**
 * A member of a class of the API by its name in requests, as Microsoft's own type definitions declare it; undefined when
 * they do not.
 * @example apiMember("Range", "GetMergedAreasOrNullObject") // { set: 13, type: "RangeAreas" }
 */
export function apiMember(className: string, name: string): ApiMember | undefined {
  return (classes ??= readClasses()).get(className)?.get(name.toLowerCase());
}

/** All classes of the namespace Excel: two levels of indentation tell classes from members. */
function readClasses(): Classes {
  const found = new Map<string, Map<string, ApiMember>>();
  const text = readFileSync(TYPES, 'utf8');
  const start = text.indexOf('declare namespace Excel {');
  let members: Map<string, ApiMember> | null = null;
  let classSet = Infinity;
  let memberSet: number | null = null;
  for (const line of text.slice(start, text.indexOf('\ndeclare namespace ', start + 1)).split('\n')) {
    const set = /\[Api set: (\w+) ?([\d.]*)/.exec(line);
    const declared = /^ {4}(?:class|interface) (\w+)/.exec(line);
    const member = /^ {8}(?:readonly )?(\w+)\??(?:\(.*\))?: (?:Excel\.)?(\w+)/.exec(line);
    if (set) memberSet = set[1] === 'ExcelApi' ? Number(set[2]!.split('.')[1]) : Infinity;
    else if (declared) {
      classSet = memberSet ?? Infinity;
      members = new Map();
      // Interfaces come after their classes and may only repeat them.
      if (!found.has(declared[1]!)) found.set(declared[1]!, members);
    } else if (member && members) {
      const [, name, type] = member;
      const own = { set: memberSet ?? classSet, type: type! };
      const earlier = members.get(name!.toLowerCase());
      if (!earlier || own.set < earlier.set) members.set(name!.toLowerCase(), own);
    }
    if (line.startsWith('    }')) members = null;
    if (member || declared) memberSet = null;
  }
  return found;
}
