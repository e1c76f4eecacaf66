# SPDX-License-Identifier: GPL-3.0-or-later
# What cpack makes: a Debian package, and an archive of the source. (The tarball that brings its libraries along is
# made by packaging/bundle.)
set(CPACK_PACKAGE_NAME inverso)
set(CPACK_PACKAGE_VENDOR "The Inverso authors")
set(CPACK_PACKAGE_CONTACT "The Inverso authors <authors@inverso.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "generate neural-network cells by inverting their accuracy")
set(CPACK_PACKAGE_DESCRIPTION "An invertible network learns to map the code of a neural-network cell to its
accuracy from a few labels; run backwards, it turns a wanted accuracy into
cells. The window shows searches live, beside random search, local search and
evolution; inverso-cli does the same without a display.
.
A table of accuracies measured on Fashion-MNIST is included.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_STRIP_FILES ON)

set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library tells: a fast BLAS in place of the reference one that LibTorch links; the font that drawings of cells
# are set in; SVG icons, which Qt loads at run time.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-pthread, fonts-dejavu-core, libqt6svg6, shared-mime-info")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "dataset-fashion-mnist, qt6-qpa-plugins, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-wqy-zenhei, python3-torch")

set(CPACK_SOURCE_GENERATOR TXZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME inverso-${PROJECT_VERSION}-source)
set(CPACK_SOURCE_IGNORE_FILES "/build[^/]*/" "/\\\\.git" "/\\\\.cache/" "/compile_commands\\\\.json$" "\\\\.user$" "\\\\.part$")
include(CPack)
