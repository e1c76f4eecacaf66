# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where: programs, what is shipped of resources and documents, and how a desktop finds the
# window.
set(data ${CMAKE_INSTALL_DATADIR})
set(reference ${PROJECT_BINARY_DIR}/reference)
find_program(GZIP_PROGRAM gzip REQUIRED)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # to install is not to build the tests: inverso, inverso-cli, inverso-packed are

# inverso_install_packed(<folder> <file> <name>): installs a file as <name>.gz, as Debian wants man pages and changelogs;
# -n: without the time, so that a build can be repeated.
function(inverso_install_packed folder file name)
    add_custom_command(OUTPUT ${reference}/${name}.gz DEPENDS ${file}
        COMMAND ${GZIP_PROGRAM} -9 -n -c ${file} > ${reference}/${name}.gz VERBATIM)
    add_custom_target(packed-${name} ALL DEPENDS ${reference}/${name}.gz)
    add_dependencies(packed-${name} inverso-reference)
    add_dependencies(inverso-packed packed-${name})
    install(FILES ${reference}/${name}.gz DESTINATION ${folder})
endfunction()
add_custom_target(inverso-packed ALL)

install(TARGETS inverso-cli RUNTIME)
foreach(kind weights maps)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/${kind}/ DESTINATION ${data}/inverso/${kind}
        FILES_MATCHING PATTERN "*.safetensors")
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/benchmarks/ DESTINATION ${data}/inverso/benchmarks
    FILES_MATCHING PATTERN "*.csv.gz")
foreach(kind plans reference)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/${kind}/ DESTINATION ${data}/inverso/${kind}
        FILES_MATCHING PATTERN "*.json")
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/manual FILES_MATCHING PATTERN "*.md")
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CITATION.cff ${PROJECT_SOURCE_DIR}/packaging/copyright
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${reference}/inverso-cli.bash DESTINATION ${data}/bash-completion/completions RENAME inverso-cli)
install(DIRECTORY ${reference}/man1/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
inverso_install_packed(${CMAKE_INSTALL_DOCDIR} ${PROJECT_SOURCE_DIR}/packaging/debian-changelog changelog)
if(TARGET inverso)
    install(TARGETS inverso RUNTIME)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/inverso.desktop DESTINATION ${data}/applications)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/inverso.mime.xml DESTINATION ${data}/mime/packages RENAME inverso.xml)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/inverso.svg DESTINATION ${data}/icons/hicolor/scalable/apps)
    configure_file(${PROJECT_SOURCE_DIR}/packaging/inverso.metainfo.xml ${reference}/org.inverso.inverso.metainfo.xml
        @ONLY)
    install(FILES ${reference}/org.inverso.inverso.metainfo.xml DESTINATION ${data}/metainfo)
    configure_file(${PROJECT_SOURCE_DIR}/packaging/inverso.1 ${reference}/inverso.1 @ONLY)
    inverso_install_packed(${CMAKE_INSTALL_MANDIR}/man1 ${reference}/inverso.1 inverso.1)
endif()
