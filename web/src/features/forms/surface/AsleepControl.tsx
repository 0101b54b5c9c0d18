import { memo, Suspense } from "react";
import { kindOf } from "@/fields/table";
import { formulaTypeOf } from "@/model/fill/scope";
import type { Field } from "@/model/form";
import { readLiteral } from "@/model/formula/literal_text";
import { Bone } from "@/ui/Skeletons";
import styles from "../forms.module.css";

const nothing = () => undefined;

/** A field's control with its default in it, out of reach. Drawn again only when the field itself changes. */
export const AsleepControl = memo(function AsleepControl({ field }: { field: Field }) {
  const { Edit, Still = Edit } = kindOf(field);
  return (
    <div className={styles.asleep} inert>
      <Suspense fallback={<Bone height={34} />}>
        <Still
          field={field}
          id={`surface-${field.id}`}
          value={readLiteral(field.default ?? "", formulaTypeOf(field.control).kind) ?? null}
          onChange={nothing}
          onBlur={nothing}
          isInvalid={false}
          describedBy={undefined}
          order={undefined}
        />
      </Suspense>
    </div>
  );
});
