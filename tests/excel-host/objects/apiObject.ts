/**
 * An object of the API as the client addresses it: its PascalCase members are the properties and methods that a request
 * may name. A member that is not there is one that our host does not use.
 */
export abstract class ApiObject {
  /** Set once the client asked to keep the object beyond the request. */
  referenceId: string | null = null;
  /** Class that the API declares for it; set as it is reached. */
  className: string | null = null;

  /** What every answer about the object carries, so that the client finds it again. */
  identity(): Record<string, unknown> {
    return this.referenceId === null ? {} : { _ReferenceId: this.referenceId };
  }
}

/** A collection: its items by key, and all of them for a query. */
export abstract class ApiCollection extends ApiObject {
  abstract items(): readonly ApiObject[];
  abstract item(key: string): ApiObject;
}

/** Properties that are only kept: `values` is what was set, by PascalCase name. */
export abstract class PropertyBag extends ApiObject {
  constructor(
    readonly values: Map<string, unknown>,
    protected readonly prefix = '',
  ) {
    super();
  }

  protected read(name: string): unknown {
    return this.values.get(this.prefix + name) ?? null;
  }

  protected write(name: string, value: unknown): void {
    this.values.set(this.prefix + name, value);
  }
}

/** A class whose listed properties are kept in a bag. */
export function bagOf(...names: readonly string[]): new (values: Map<string, unknown>, prefix?: string) => PropertyBag {
  class Bag extends PropertyBag {}
  for (const name of names) {
    Object.defineProperty(Bag.prototype, name, {
      get(this: Bag) {
        return this.read(name);
      },
      set(this: Bag, value: unknown) {
        this.write(name, value);
      },
    });
  }
  return Bag;
}
