import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { isNamed } from "@/model/pinyin";
import { pickedOf } from "../choice/options";
import type { EditProps } from "../registry";
import { treeOf } from "./tree";

export default function DeptEdit({ field, id, value, onChange, ...rest }: EditProps<"dept">) {
  const { t } = useTranslation("field");
  const { data, isPending } = useQuery(directoryQuery);
  const { many } = field.control;
  const picked = pickedOf(value);
  return (
    <TreeSelect<string | string[] | null>
      id={id}
      multiple={many}
      value={many ? picked : (picked[0] ?? null)}
      treeData={treeOf(data?.departments ?? [])}
      treeDefaultExpandAll
      loading={isPending}
      placeholder={t("choose")}
      allowClear
      showSearch={{
        filterTreeNode: (text, { title, value: at }) => isNamed(String(title), data?.pinyin[String(at)], text),
      }}
      status={rest.isInvalid ? "error" : ""}
      aria-label={field.label}
      aria-invalid={rest.isInvalid}
      aria-describedby={rest.describedBy}
      onChange={(next) => onChange(next?.length ? next : null)}
      onBlur={rest.onBlur}
    />
  );
}
