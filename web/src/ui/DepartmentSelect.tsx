import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useMemo } from "react";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { childrenByParent, type DepartmentTree } from "@/model/department_tree";
import { isNamed } from "@/model/pinyin";
import { type Pick, PickSheet } from "./PickSheet";
import { useIsPhone } from "./viewport";

interface DepartmentSelectProps {
  id?: string;
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur?: () => void;
  isSingle?: boolean;
  /** Not offered, nor what is below it: a department cannot move into itself. */
  without?: string | undefined;
  isInvalid?: boolean;
  describedBy?: string | undefined;
}

interface Branch {
  value: string;
  title: string;
  children: Branch[];
}

function branches(tree: DepartmentTree, parent: string | null, without?: string): Branch[] {
  return (tree.get(parent) ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, name }) => ({ value: id, title: name, children: branches(tree, id, without) }));
}

/** A tree from top to bottom, each branch with how deep it stands. */
function rowsOf(of: readonly Branch[], depth = 0): Pick[] {
  return of.flatMap(({ value, title, children }) => [{ value, label: title, depth }, ...rowsOf(children, depth + 1)]);
}

/** Departments out of their tree. */
export function DepartmentSelect(props: DepartmentSelectProps) {
  const { id, label, value, onChange, onBlur, isSingle = false, without, isInvalid, describedBy } = props;
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { data, isLoading } = useQuery(directoryQuery);
  const tree = useMemo(
    () => branches(childrenByParent(data?.departments ?? []), null, without),
    [data?.departments, without],
  );
  const placeholder = t("chooseDepartment");
  if (isPhone) {
    return (
      <PickSheet
        {...{ id, label, placeholder, isInvalid, describedBy, onBlur }}
        picks={rowsOf(tree).map((row) => ({ ...row, pinyin: data?.pinyin[row.value] }))}
        picked={value}
        many={!isSingle}
        onPick={onChange}
      />
    );
  }
  return (
    <TreeSelect<string | string[] | null>
      {...(id && { id })}
      style={{ width: "100%" }}
      aria-label={label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      placeholder={placeholder}
      loading={isLoading}
      multiple={!isSingle}
      allowClear
      virtual
      treeDefaultExpandAll
      showSearch={{
        filterTreeNode: (text, { title, value: at }) => isNamed(String(title), data?.pinyin[String(at)], text),
      }}
      status={isInvalid ? "error" : ""}
      treeData={tree}
      value={isSingle ? (value[0] ?? null) : [...value]}
      onChange={(next) => onChange([next ?? []].flat())}
      onBlur={onBlur}
    />
  );
}
