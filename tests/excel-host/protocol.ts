import { declaredType } from './apiSets';
import { Fault, invalidArgument } from './fault';
import { ApiCollection, ApiObject } from './objects/apiObject';

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface RequestBody {
  readonly AutoKeepReference: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
}

export interface ResponseBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const PathType = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

type Members = Record<string, unknown>;

/** The Excel that a request goes to. */
export interface Target {
  readonly root: ApiObject;
  /** Objects that the client keeps beyond a request. */
  readonly references: Map<string, ApiObject>;
  /** Highest set ExcelApi, e.g. "1.14". */
  readonly version: string;
}

/** Carries out the actions of one request in order, up to `stop`; what was done before an error stays done. */
export function execute(body: RequestBody, target: Target, stop = Infinity): ResponseBody {
  const run = new Run(body, target);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    if (index >= stop) break;
    try {
      if (action.ActionType === ActionType.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: run.act(action) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code, message } = error;
      const Error = { Code: code, Message: message, Location: action.Name, ActionIndex: index, HttpStatusCode: 400 };
      return { Results: results, TraceIds: traces, Error };
    }
  }
  return { Results: results, TraceIds: traces };
}

/** The objects of one request. */
class Run {
  private readonly objects = new Map<number, ApiObject | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly target: Target,
  ) {
    target.root.className = 'Workbook';
  }

  act(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object && object.identity();
      case ActionType.query:
        return object && this.query(object, namesOf(action));
      case ActionType.method:
        return this.call(object, action);
      case ActionType.setProperty: {
        const target = this.member(object, action.Name);
        (target as unknown as Members)[action.Name] = this.args(action.ArgumentInfo)[0];
        return null;
      }
      default:
        throw new Fault('NotSimulated', `action type ${action.ActionType}`);
    }
  }

  private call(object: ApiObject | null, action: Action): unknown {
    if (action.Name === '_KeepReference') {
      if (!object) return null;
      object.referenceId ??= `reference${this.target.references.size + 1}`;
      this.target.references.set(object.referenceId, object);
      return null;
    }
    const target = this.member(object, action.Name) as unknown as Record<string, (...args: unknown[]) => unknown>;
    const value = target[action.Name]!(...this.args(action.ArgumentInfo));
    return value instanceof ApiObject ? value.identity() : (value ?? null);
  }

  /** The object of a path; made when first used, so that methods run once and in order. */
  private object(id: number): ApiObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new Fault('InvalidObjectPath', `no path ${id}`);
    const object = this.resolve(path);
    this.objects.set(id, object);
    return object;
  }

  private resolve(path: ObjectPathInfo): ApiObject | null {
    const { ObjectPathType: type, Name: name } = path;
    if (type === PathType.global) return this.target.root;
    if (type === PathType.nullObject) return null;
    if (type === PathType.reference) {
      const kept = this.target.references.get(name);
      if (!kept) throw new Fault('InvalidReference', `reference ${name} was released`);
      return kept;
    }
    const parent = this.object(path.ParentObjectPathId!);
    // What hangs on an object that does not exist does not exist either.
    if (parent === null) return null;
    if (type === PathType.indexer) {
      if (!(parent instanceof ApiCollection)) throw invalidArgument('not a collection');
      return this.typed(parent.item(String(this.args(path.ArgumentInfo)[0])), parent, 'GetItem');
    }
    const target = this.member(parent, name) as unknown as Members;
    const value =
      type === PathType.method
        ? (target[name] as (...args: unknown[]) => unknown).apply(target, this.args(path.ArgumentInfo))
        : target[name];
    if (value !== null && !(value instanceof ApiObject)) throw new Fault('NotSimulated', `${name} is no object`);
    return value && this.typed(value, parent, name);
  }

  /** An object that another one gave, with the class that the API declares for it. */
  private typed<T extends ApiObject>(object: T, parent: ApiObject, name: string): T {
    object.className = declaredType(parent.className, name, this.target.version);
    return object;
  }

  private member(object: ApiObject | null, name: string): ApiObject {
    if (object === null) throw new Fault('ItemNotFound', `${name} of an object that does not exist`);
    declaredType(object.className, name, this.target.version);
    if (!(name in object)) throw new Fault('NotSimulated', `${object.constructor.name}.${name}`);
    return object;
  }

  /** The properties of an object, or of each item of a collection, by paths such as "Areas/RowIndex". */
  private query(object: ApiObject, names: readonly string[]): Members {
    if (!(object instanceof ApiCollection)) return this.properties(object, names);
    return { _Items: object.items().map((item) => this.properties(this.typed(item, object, 'Items'), names)) };
  }

  private properties(object: ApiObject, names: readonly string[]): Members {
    const result: Members = object.identity();
    const nested = new Map<string, string[]>();
    for (const name of names) {
      const [head, ...rest] = name.split('/');
      const key = pascal(head!);
      this.member(object, key);
      if (rest.length > 0) nested.set(key, [...(nested.get(key) ?? []), rest.join('/')]);
      else {
        const value = (object as unknown as Members)[key];
        if (value instanceof ApiObject) throw new Fault('NotSimulated', `load of all of ${key}`);
        result[key] = value;
      }
    }
    for (const [key, inner] of nested) {
      const child = (object as unknown as Members)[key];
      result[key] = child instanceof ApiObject ? this.query(this.typed(child, object, key), inner) : null;
    }
    return result;
  }

  private args(info: Arguments | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => {
      const id = ids[i];
      return typeof id === 'number' && id > 0 ? this.object(id) : value;
    });
  }
}

function namesOf({ QueryInfo }: Action): readonly string[] {
  const names = QueryInfo?.Select ?? [];
  if (names.length === 0 || names.includes('*')) throw new Fault('NotSimulated', 'load without names of properties');
  return names.map((name) => name.replaceAll('.', '/'));
}

function pascal(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
