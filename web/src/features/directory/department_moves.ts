// Moving and deleting departments: dropped onto another one, or asked for by menu and key.

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { departments as api, directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { type DepartmentTree, withBelow } from "@/model/department_tree";
import type { Department } from "@/model/party";
import { useDelete } from "@/ui/ask";
import type { Over } from "@/ui/drag";
import { toast } from "@/ui/toast";

export interface DepartmentMoves {
  /** What lies under the pointer; the empty place is the top. */
  over: (department: Department, under: Element | null) => Over<string>;
  move: (department: Department, place: string) => Promise<void>;
  remove: (department: Department) => Promise<void>;
}

/** Why a department cannot go there; `null` when it can. */
export function denial(tree: DepartmentTree, department: Department, parent: string): "self" | "here" | null {
  if (withBelow(tree, department.id).has(parent)) return "self";
  return (department.parent ?? "") === parent ? "here" : null;
}

export function useDepartmentMoves(tree: DepartmentTree, departments: readonly Department[]): DepartmentMoves {
  const { t } = useTranslation("directory");
  const cache = useQueryClient();
  const ask = useDelete();
  return useMemo(() => {
    const renew = () => cache.invalidateQueries({ queryKey: directoryQuery.queryKey });
    const put = async (department: Department) => {
      await api.save(department);
      await renew();
    };
    const nameOf = (id: string | null): string => departments.find((one) => one.id === id)?.name ?? t("department.top");
    return {
      over: (department, under) => {
        const row = under?.closest<HTMLElement>("[data-department]");
        const parent = row?.dataset.department;
        if (!row || parent === undefined) return { place: null };
        const why = denial(tree, department, parent);
        if (why) return { place: null, deny: t(`department.deny.${why}`) };
        const { left, bottom, width } = row.getBoundingClientRect();
        return { place: parent, line: { left: left + 16, top: bottom - 2, width: width - 24, height: 0 } };
      },
      move: async (department, place) => {
        const parent = place || null;
        try {
          await put({ ...department, parent });
          toast.undo(t("department.moved", { name: department.name, to: nameOf(parent) }), () => {
            put(department).catch(toast.problem);
          });
        } catch (error) {
          toast.problem(error);
        }
      },
      remove: async (department) => {
        const question = {
          title: t("department.deleteTitle", { name: department.name }),
          text: t("department.deleteText"),
        };
        if (await ask(question, () => api.remove(department.id))) await renew();
      },
    };
  }, [tree, departments, cache, ask, t]);
}
