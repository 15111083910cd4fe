sha256sum --check --quiet manifest.sha256 || exit 1
jq -r '.files[] | .sha256 + "  " + .name' manifest.json | sha256sum --check --quiet || exit 1
listed=$(mktemp)
jq -r '.files[].name, "manifest.json", "manifest.sha256"' manifest.json | LC_ALL=C sort > "$listed"
strange=$(find . -type f | sed 's|^\./||' | LC_ALL=C sort | LC_ALL=C comm -23 - "$listed")
[ -z "$strange" ] || { echo "not in the list: $strange"; exit 1; }
count=0
while IFS= read -r line; do
  hash=$(printf '%s\n' "$line" | jq -r .hash)
  found=$(printf '%s\n' "$line" | jq -j '.prev_hash, "\n", .origin, "\n", .seq, "\n", .at, "\n", .op, "\n", .facts' |
    sha256sum | cut -c 1-64)
  [ "$found" = "$hash" ] || { echo "entry $(printf '%s\n' "$line" | jq .seq) was altered"; exit 1; }
  count=$((count + 1))
done < <(jq -c 'select(.content == "whole")' journal.jsonl)
echo "packet whole, $count entries proven"
