import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { isNamed } from "@/model/pinyin";
import { useIsPhone } from "@/ui/viewport";
import { pickedOf, taken } from "../choice/options";
import { PickSheet } from "../choice/PickSheet";
import type { EditProps } from "../registry";
import { rowsOf, treeOf } from "./tree";

export default function DeptEdit({ field, id, value, onChange, ...rest }: EditProps<"dept">) {
  const { t } = useTranslation("field");
  const { data, isPending } = useQuery(directoryQuery);
  const isPhone = useIsPhone();
  const { many } = field.control;
  const picked = pickedOf(value);
  const tree = treeOf(data?.departments ?? []);
  if (isPhone) {
    return (
      <PickSheet
        {...rest}
        id={id}
        label={field.label}
        picks={rowsOf(tree).map((row) => ({ ...row, pinyin: data?.pinyin[row.value] }))}
        picked={picked}
        many={many}
        onPick={(next) => onChange(taken(next, many))}
      />
    );
  }
  return (
    <TreeSelect<string | string[] | null>
      id={id}
      multiple={many}
      value={many ? picked : (picked[0] ?? null)}
      treeData={tree}
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
