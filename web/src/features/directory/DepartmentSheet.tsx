import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { type FormEvent, useState } from "react";
import { departments, directoryQuery, type Stated } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { hasSameContent } from "@/model/content";
import type { Department } from "@/model/party";
import { DepartmentSelect } from "@/ui/DepartmentSelect";
import { EditSheet } from "@/ui/EditSheet";
import { FormRow } from "@/ui/FormRow";
import { useOverwrite } from "@/ui/overwrite";
import { PeopleSelect } from "@/ui/PeopleSelect";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { SheetFooter } from "@/ui/SheetFooter";
import { toast } from "@/ui/toast";

export interface DepartmentEdit {
  /** `null`: a new one. */
  department: Stated<Department> | null;
  /** Of a new one. */
  parent?: string | null;
}

const PLACES = ["name", "parent", "head"];
const ID = "department-sheet";

/** Makes a department, or changes its name, place and head. */
export function DepartmentSheet({ edit, onClose }: { edit: DepartmentEdit; onClose: () => void }) {
  const { t } = useTranslation("directory");
  const cache = useQueryClient();
  const overwrite = useOverwrite();
  const { department } = edit;
  const [begun] = useState({ parent: edit.parent, ...department });
  const [name, setName] = useState(begun.name ?? "");
  const [parent, setParent] = useState(begun.parent ?? null);
  const [head, setHead] = useState(begun.head ?? null);
  const isChanged = !hasSameContent([name, parent, head], [begun.name ?? "", begun.parent, begun.head]);
  const saving = useMutation({
    mutationFn: () => {
      const next = { name: name.trim(), parent, head };
      if (!department) return departments.create(next);
      const thing = { id: department.id, ...next };
      return overwrite(department.name, (isOver) => departments.save(isOver ? thing : { ...thing, rev: begun.rev }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: directoryQuery.queryKey });
      onClose();
    },
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  const at = problemAt(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending && name.trim()) saving.mutate();
  };
  const footer = <SheetFooter form={ID} isBusy={saving.isPending} isOff={!name.trim()} />;
  return (
    <EditSheet
      isChanged={isChanged}
      onClose={onClose}
      title={t(department ? "department.edit" : "department.add")}
      footer={footer}
    >
      <form id={ID} onSubmit={submit}>
        <FormRow label={t("department.name")} isRequired problem={at("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={100}
              value={name}
              status={at("name") ? "error" : ""}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormRow>
        <FormRow label={t("department.parent")} help={t("department.parentHelp")} problem={at("parent")}>
          {(id) => (
            <DepartmentSelect
              id={id}
              label={t("department.parent")}
              isSingle
              value={parent ? [parent] : []}
              onChange={([next]) => setParent(next ?? null)}
              without={department?.id}
              isInvalid={Boolean(at("parent"))}
            />
          )}
        </FormRow>
        <FormRow label={t("department.head")} help={t("department.headHelp")} problem={at("head")}>
          {(id) => (
            <PeopleSelect
              id={id}
              label={t("department.head")}
              isSingle
              value={head ? [head] : []}
              onChange={([next]) => setHead(next ?? null)}
              isInvalid={Boolean(at("head"))}
            />
          )}
        </FormRow>
      </form>
    </EditSheet>
  );
}
