import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { childrenByParent, type DepartmentTree } from "@/model/department_tree";
import { isNamed } from "@/model/pinyin";

interface DepartmentSelectProps {
  id?: string;
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  isSingle?: boolean;
  /** Not offered, nor what is below it: a department cannot move into itself. */
  without?: string | undefined;
  isInvalid?: boolean;
}

interface Choice {
  value: string;
  title: string;
  children: Choice[];
}

function choices(tree: DepartmentTree, parent: string | null, without?: string): Choice[] {
  return (tree.get(parent) ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, name }) => ({ value: id, title: name, children: choices(tree, id, without) }));
}

/** Departments out of their tree. */
export function DepartmentSelect({ id, label, value, onChange, isSingle, without, isInvalid }: DepartmentSelectProps) {
  const { t } = useTranslation();
  const { data, isLoading } = useQuery(directoryQuery);
  const treeData = useMemo(
    () => choices(childrenByParent(data?.departments ?? []), null, without),
    [data?.departments, without],
  );
  return (
    <TreeSelect
      {...(id && { id })}
      style={{ width: "100%" }}
      aria-label={label}
      placeholder={t("chooseDepartment")}
      loading={isLoading}
      multiple={!isSingle}
      allowClear
      treeDefaultExpandAll
      showSearch={{
        filterTreeNode: (text, { title, value: at }) => isNamed(String(title), data?.pinyin[String(at)], text),
      }}
      status={isInvalid ? "error" : ""}
      treeData={treeData}
      value={isSingle ? (value[0] ?? null) : [...value]}
      onChange={(next: string | string[] | null | undefined) =>
        onChange(Array.isArray(next) ? next : next ? [next] : [])
      }
    />
  );
}
