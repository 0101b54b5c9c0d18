// What a formula may speak of: the fields of one version of a form, by code, with their types.

export type Plain = "text" | "number" | "bool" | "date" | "date_time" | "option" | "user" | "department" | "file";

/** Written as problems show it: `number`, `list<option>`. */
export type Kind = Plain | `list<${string}>`;

/** Every option a choice field ever had, archived ones too, with the label shown to people. */
export type Options = ReadonlyMap<string, string>;

/** The type of a field or of an expression; options are empty unless it is `option` or a list of it. */
export interface FieldType {
  readonly kind: Kind;
  readonly options: Options;
}

export type Scope = ReadonlyMap<string, FieldType>;

const NO_OPTIONS: Options = new Map();

export function plain(kind: Kind): FieldType {
  return { kind, options: NO_OPTIONS };
}

export function listOf({ kind, options }: FieldType): FieldType {
  return { kind: `list<${kind}>`, options };
}

/** The type of a list's items; null for what is no list. */
export function itemOf({ kind, options }: FieldType): FieldType | null {
  const item = itemKind(kind);
  return item && { kind: item, options };
}

export function itemKind(kind: Kind): Kind | null {
  return kind.startsWith("list<") ? (kind.slice(5, -1) as Kind) : null;
}
