import { useQuery } from "@tanstack/react-query";
import type { MenuProps } from "antd";
import { FileSpreadsheet, FileText } from "lucide-react";
import { definitionQuery } from "@/api/drafts";
import { type ExportFormat, viewsQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { runExport } from "./export_job";
import { askedFilters, lookOf, type RecordsSearch } from "./look/look";
import { groupedSort } from "./pages/groups";

const ICONS = { xlsx: <FileSpreadsheet size={16} />, csv: <FileText size={16} /> };
const FORMATS = Object.keys(ICONS) as ExportFormat[];

/** The rows that are looked at, in their order: with the columns that are shown, or with all there are. */
export function useExportItems(form: { id: string; name: string }, search: RecordsSearch): MenuProps["items"] {
  const { t } = useTranslation("records");
  const { data: views } = useQuery(viewsQuery(form.id));
  const { data: there } = useQuery(definitionQuery("form", form.id));
  if (!there || (search.view && !views)) return [];
  const view = views?.find(({ id }) => id === search.view);
  const { filters, sort, group, layout, columns } = lookOf(there.definition, view, search.look);
  const question = {
    filters: askedFilters(filters),
    sort: layout.kind === "table" ? groupedSort(group, sort) : sort,
    search: search.q ?? "",
  };
  const name = view ? `${form.name} ${view.name}` : form.name;
  const run = (format: ExportFormat, chosen: typeof columns) =>
    void runExport({ form: form.id, name, query: { ...question, columns: chosen, format } });
  return (["shown", "all"] as const).map((which) => ({
    key: which,
    type: "group",
    label: t(`exports.${which}`),
    children: FORMATS.map((format) => ({
      key: `${which}.${format}`,
      icon: ICONS[format],
      label: t(`exports.${format}`),
      onClick: () => run(format, which === "shown" ? columns : []),
    })),
  }));
}
