using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AbsentId = table.Column<long>(type: "bigint", nullable: false),
                    CovererId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    All = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    GivenById = table.Column<long>(type: "bigint", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    CoverId = table.Column<long>(type: "bigint", nullable: false),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false)
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
