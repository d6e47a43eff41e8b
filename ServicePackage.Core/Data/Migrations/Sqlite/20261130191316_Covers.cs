using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Covers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ButlerCovers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AbsentId = table.Column<long>(type: "INTEGER", nullable: false),
                    CovererId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    All = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    GivenById = table.Column<long>(type: "INTEGER", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ButlerCovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ButlerCovers_Accounts_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ButlerCovers_Accounts_CovererId",
                        column: x => x.CovererId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ButlerCovers_Accounts_GivenById",
                        column: x => x.GivenById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ButlerCoverEnterprise",
                columns: table => new
                {
                    CoverId = table.Column<long>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ButlerCoverEnterprise", x => new { x.CoverId, x.EnterpriseId });
                    table.ForeignKey(
                        name: "FK_ButlerCoverEnterprise_ButlerCovers_CoverId",
                        column: x => x.CoverId,
                        principalTable: "ButlerCovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ButlerCoverEnterprise_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCoverEnterprise_EnterpriseId",
                table: "ButlerCoverEnterprise",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCovers_AbsentId_Until",
                table: "ButlerCovers",
                columns: new[] { "AbsentId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCovers_CovererId_Until",
                table: "ButlerCovers",
                columns: new[] { "CovererId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCovers_GivenById",
                table: "ButlerCovers",
                column: "GivenById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ButlerCoverEnterprise");

            migrationBuilder.DropTable(
                name: "ButlerCovers");
        }
    }
}
