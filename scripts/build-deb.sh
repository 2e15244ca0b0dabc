#!/bin/sh
# Makes a Debian package from what "npm pack" made: scripts/build-deb.sh cr-tools-VERSION.tgz [DIRECTORY]
# The package holds the commands, man pages and completions, and depends on nodejs alone.
set -eu
[ $# -ge 1 ] || { echo "usage: $0 cr-tools-VERSION.tgz [DIRECTORY]" >&2; exit 2; }
packed=$1
target=${2:-.}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
lib=$root/usr/share/cr-tools
mkdir -p "$lib" "$root/usr/bin" "$root/usr/share/man/man1" "$root/usr/share/doc/cr-tools" "$root/DEBIAN"
mkdir -p "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" \
  "$root/usr/share/fish/vendor_completions.d"
tar xzf "$packed" -C "$lib" --strip-components=1
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$lib/package.json")
for program in "$lib"/dist/bin/cr-*.js; do
  name=$(basename "$program" .js)
  ln -s "../share/cr-tools/dist/bin/$name.js" "$root/usr/bin/$name"
  gzip -9n < "$lib/dist/man/$name.1" > "$root/usr/share/man/man1/$name.1.gz"
  mv "$lib/dist/completions/bash/$name" "$root/usr/share/bash-completion/completions/"
  mv "$lib/dist/completions/zsh/_$name" "$root/usr/share/zsh/vendor-completions/"
  mv "$lib/dist/completions/fish/$name.fish" "$root/usr/share/fish/vendor_completions.d/"
done
ln -s ../share/cr-tools/dist/bin/checkpointctl-cr.js "$root/usr/bin/checkpointctl-cr"
# The library is for npm; its types are of no use here.
rm -rf "$lib/dist/man" "$lib/dist/completions" "$lib/dist/types"
{ cat "$lib/LICENSE"; echo; cat "$lib/dist/THIRD-PARTY-NOTICES.txt"; } > "$root/usr/share/doc/cr-tools/copyright"
find "$root" -type d -exec chmod 755 {} +
cat > "$root/DEBIAN/control" <<CONTROL
Package: cr-tools
Version: $version
Section: utils
Priority: optional
Architecture: all
Depends: nodejs (>= 20)
Installed-Size: $(du -sk "$root" | cut -f1)
Maintainer: cr-tools <cr-tools@localhost.invalid>
Description: convert, inspect, validate and rehearse process checkpoints
 Images of OpenVZ (CPT), CRIU and linux-cr: converted between kernel versions and
 families, looked into, judged, and rehearsed before a real kernel restores them.
CONTROL
dpkg-deb --root-owner-group --build "$root" "$target/cr-tools_${version}_all.deb" >&2
echo "$target/cr-tools_${version}_all.deb"
