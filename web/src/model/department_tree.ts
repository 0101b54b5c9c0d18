// Departments as a tree: they come as a flat list, each naming the one above.

import type { Department } from "./party";

/** What stands directly under each department, by name; `null` for the roots. */
export type DepartmentTree = ReadonlyMap<string | null, readonly Department[]>;

/** A department whose parent is gone counts as a root, so that nothing is ever out of sight. */
export function childrenByParent(departments: readonly Department[]): DepartmentTree {
  const known = new Set(departments.map(({ id }) => id));
  const tree = new Map<string | null, Department[]>();
  for (const department of departments) {
    const parent = department.parent && known.has(department.parent) ? department.parent : null;
    tree.set(parent, [...(tree.get(parent) ?? []), department]);
  }
  for (const siblings of tree.values()) siblings.sort((one, other) => one.name.localeCompare(other.name));
  return tree;
}

export interface TreeRow {
  department: Department;
  /** 0 for a root. */
  depth: number;
  isOpen: boolean;
  hasChildren: boolean;
}

/** The rows a person sees, in order: what is closed hides what is below it. */
export function visibleRows(tree: DepartmentTree, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const department of tree.get(parent) ?? []) {
      const hasChildren = tree.has(department.id);
      const isOpen = hasChildren && open.has(department.id);
      rows.push({ department, depth, isOpen, hasChildren });
      if (isOpen) walk(department.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/** The department and everything below it. */
export function withBelow(tree: DepartmentTree, id: string): Set<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    for (const child of tree.get(at) ?? []) waiting.push(child.id);
  }
  return found;
}

/** From the root down to the department itself. */
export function pathOf(departments: readonly Department[], id: string): Department[] {
  const byId = new Map(departments.map((department) => [department.id, department]));
  const path: Department[] = [];
  for (let at = byId.get(id); at && !path.includes(at); at = byId.get(at.parent ?? "")) path.unshift(at);
  return path;
}

/** People of each department and all below it, each counted once. */
export function headcounts(
  departments: readonly Department[],
  people: readonly { departments: readonly string[] }[],
): Map<string, number> {
  const above = new Map(departments.map(({ id }) => [id, pathOf(departments, id).map((one) => one.id)]));
  const counts = new Map<string, number>();
  for (const person of people) {
    for (const id of new Set(person.departments.flatMap((own) => above.get(own) ?? []))) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
