import type { ReadProps } from "../registry";

const LINKS = { any: "", mobile: "tel:", email: "mailto:", url: "" };

export function TextRead({ field, value }: ReadProps<"text">) {
  const text = String(value);
  const { format } = field.control;
  if (format === "any" || (format === "url" && !/^https?:\/\//.test(text))) return <span>{text}</span>;
  const away = format === "url" ? { target: "_blank", rel: "noreferrer noopener" } : {};
  return (
    <a href={`${LINKS[format]}${text}`} {...away}>
      {text}
    </a>
  );
}
