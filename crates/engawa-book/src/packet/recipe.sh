sha256sum --check --quiet manifest.sha256
jq -r '.files[] | .sha256 + "  " + .name' manifest.json | sha256sum --check --quiet
jq -r '.files[].name, "manifest.json", "manifest.sha256"' manifest.json | sort > /tmp/listed.$$
find . -type f | sed 's|^\./||' | sort | comm -23 - /tmp/listed.$$ > /tmp/strange.$$
[ ! -s /tmp/strange.$$ ] || { echo "not in the list:"; cat /tmp/strange.$$; exit 1; }
count=0
while IFS= read -r line; do
  hash=$(printf '%s\n' "$line" | jq -r .hash)
  found=$(printf '%s\n' "$line" | jq -j '.prev_hash, "\n", .origin, "\n", .seq, "\n", .at, "\n", .op, "\n", .facts' | sha256sum | cut -c 1-64)
  [ "$found" = "$hash" ] || { echo "entry $(printf '%s\n' "$line" | jq .seq) was altered"; exit 1; }
  count=$((count + 1))
done < <(jq -c 'select(.content == "whole")' journal.jsonl)
echo "packet whole, $count entries proven"
