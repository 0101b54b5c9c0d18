import type { Department } from "@/model/party";

export interface Branch {
  value: string;
  title: string;
  children: Branch[];
}

/** Departments under their parents; one whose parent is unknown stands at the top, so that nobody is lost. */
export function treeOf(departments: readonly Department[]): Branch[] {
  const branches = new Map(
    departments.map(({ id, name }) => [id, { value: id, title: name, children: [] as Branch[] }]),
  );
  const roots: Branch[] = [];
  for (const { id, parent } of departments) {
    const branch = branches.get(id);
    if (branch) (branches.get(parent ?? "")?.children ?? roots).push(branch);
  }
  return roots;
}

/** A tree from top to bottom, each branch with how deep it stands. */
export function rowsOf(branches: readonly Branch[], depth = 0): { value: string; label: string; depth: number }[] {
  return branches.flatMap(({ value, title, children }) => [
    { value, label: title, depth },
    ...rowsOf(children, depth + 1),
  ]);
}
