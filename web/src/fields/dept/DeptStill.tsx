import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { pickedOf } from "../choice/options";
import type { EditProps } from "../registry";

/** Departments as they stand on a sheet that is designed: no tree opens there, so none is loaded. */
export function DeptStill({ field, id, value }: EditProps<"dept">) {
  const { t } = useTranslation("field");
  const { data } = useQuery(directoryQuery);
  const options = data?.departments.map((department) => ({ value: department.id, label: department.name })) ?? [];
  const picked = pickedOf(value);
  const { many } = field.control;
  return (
    <Select<string | string[] | null>
      id={id}
      {...(many && { mode: "multiple" as const })}
      value={many ? picked : (picked[0] ?? null)}
      options={options}
      placeholder={t("choose")}
      aria-label={field.label}
    />
  );
}
